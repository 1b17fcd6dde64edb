using System.Text;

namespace Monitor.Core.Text;

/// <summary>The ISO 8859 parts that browsers read and .NET does not (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings).</summary>
internal sealed class SingleByteEncoding : Encoding
{
    private const string Nordic =
        "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";

    private const string Celtic =
        "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";

    private const string SouthEastern =
        "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

    private readonly string upper;

    private SingleByteEncoding(string upper) => this.upper = upper;

    public override bool IsSingleByte => true;

    public static SingleByteEncoding Of(string name) => name switch
    {
        "iso-8859-10" => new SingleByteEncoding(Nordic),
        "iso-8859-14" => new SingleByteEncoding(Celtic),
        _ => new SingleByteEncoding(SouthEastern),
    };

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var b = bytes[byteIndex + i];
            chars[charIndex + i] = b < 0xA0 ? (char)b : upper[b - 0xA0];
        }

        return byteCount;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    /// <summary>Monitor only reads these encodings; what is not ASCII is written as a question mark.</summary>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            var c = chars[charIndex + i];
            bytes[byteIndex + i] = c < 0x80 ? (byte)c : (byte)'?';
        }

        return charCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;
}
