using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public class TextDecoderTests
{
    private const string Maori = "<p>Te Tari o Te Pirimia: ā ē ī ō ū — “Anzus”</p>";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Plain_UTF8_needs_no_word_of_it()
    {
        var read = TextDecoder.Decode(Encoding.UTF8.GetBytes(Maori), null, MarkupKind.Html);
        read.ShouldBe(new DecodedText(Maori, "utf-8", EncodingEvidence.Sniffed));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("utf-32", "utf-32le")]
    public void A_byte_order_mark_outweighs_the_header(string encoding, string name)
    {
        var bytes = Encoding.GetEncoding(encoding);
        var read = TextDecoder.Decode([.. bytes.GetPreamble(), .. bytes.GetBytes(Maori)], "text/xml; charset=windows-1252", MarkupKind.Xml);
        (read.Text, read.Encoding, read.Evidence).ShouldBe((Maori, name, EncodingEvidence.ByteOrderMark));
    }

    [Theory]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("utf-32", "utf-32le")]
    public void Zero_bytes_tell_wide_encodings_without_a_mark(string encoding, string name)
    {
        var read = TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(Maori), null, MarkupKind.Xml);
        (read.Text, read.Encoding, read.Evidence).ShouldBe((Maori, name, EncodingEvidence.ZeroBytes));
    }

    [Theory]
    [InlineData("windows-1252", "Café £5 — “yes”")]
    [InlineData("windows-1250", "Příliš žluťoučký kůň")]
    [InlineData("windows-1251", "Новости дня")]
    [InlineData("koi8-r", "Новости дня")]
    [InlineData("iso-8859-2", "Zażółć gęślą jaźń")]
    [InlineData("iso-8859-7", "Νέα της ημέρας")]
    [InlineData("windows-1256", "أخبار اليوم")]
    [InlineData("shift_jis", "今日のニュース")]
    [InlineData("euc-jp", "今日のニュース")]
    [InlineData("iso-2022-jp", "今日のニュース")]
    [InlineData("gbk", "今日新闻")]
    [InlineData("gb18030", "今日新闻")]
    [InlineData("big5", "今日新聞")]
    [InlineData("euc-kr", "오늘의 뉴스")]
    public void Every_encoding_is_read_by_header_declaration_and_meta(string label, string text)
    {
        var encoding = Encoding.GetEncoding(label == "euc-kr" ? 949 : label == "gbk" ? 936 : Encoding.GetEncoding(label).CodePage);
        var xml = $"<?xml version='1.0' encoding = '{label.ToUpperInvariant()}'?><t>{text}</t>";
        var page = $"<html><head><meta http-equiv=content-type content=\"text/html; charset={label}\"></head>{text}";
        TextDecoder.Decode(encoding.GetBytes(text), $"text/html;charset=\"{label}\"", MarkupKind.Html).Text.ShouldBe(text);
        TextDecoder.Decode(encoding.GetBytes(xml), null, MarkupKind.Xml).Text.ShouldBe(xml);
        TextDecoder.Decode(encoding.GetBytes(page), null, MarkupKind.Html).Text.ShouldBe(page);
    }

    [Theory]
    [InlineData("iso-8859-10", 0xBD, '―')]
    [InlineData("iso-8859-14", 0xD0, 'Ŵ')]
    [InlineData("iso-8859-16", 0xA4, '€')]
    [InlineData("latin1", 0x93, '“')]
    public void Encodings_that_the_framework_lacks_are_read_too(string label, byte b, char expected) =>
        TextDecoder.Decode([(byte)'a', b], $"text/plain; charset={label}", MarkupKind.Plain).Text.ShouldBe($"a{expected}");

    [Fact]
    public void Windows_1252_that_claims_to_be_UTF8_is_found_out()
    {
        var read = TextDecoder.Decode([.. "<?xml version='1.0' encoding='utf-8'?><t>caf"u8, 0xE9, .. "</t>"u8], null, MarkupKind.Xml);
        read.Text.ShouldEndWith("<t>café</t>");
        (read.Encoding, read.Evidence).ShouldBe(("windows-1252", EncodingEvidence.Sniffed));
        read.Mended.ShouldBe("declared as utf-8, which its bytes are not");
    }

    [Fact]
    public void UTF8_that_claims_to_be_Latin_1_is_found_out()
    {
        var read = TextDecoder.Decode(Encoding.UTF8.GetBytes(Maori), "text/html; charset=iso-8859-1", MarkupKind.Html);
        (read.Text, read.Encoding).ShouldBe((Maori, "utf-8"));
        read.Mended.ShouldNotBeNull();
    }

    [Fact]
    public void A_header_that_lies_leaves_the_declaration_its_chance()
    {
        var xml = "<?xml version='1.0' encoding='windows-1251'?><t>Новости</t>";
        TextDecoder.Decode(Encoding.GetEncoding(1251).GetBytes(xml), "text/xml; charset=utf-8", MarkupKind.Xml).Text.ShouldBe(xml);
    }

    [Fact]
    public void A_header_that_says_ASCII_leaves_the_declaration_its_chance()
    {
        var xml = "<?xml version='1.0' encoding='koi8-r'?><t>Новости</t>";
        var read = TextDecoder.Decode(Encoding.GetEncoding(20866).GetBytes(xml), "text/xml; charset=us-ascii", MarkupKind.Xml);
        (read.Text, read.Encoding, read.Mended).ShouldBe((xml, "koi8-r", "declared as us-ascii, which its bytes are not"));
    }

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("utf-8")]
    public void An_encoding_of_seven_bits_is_told_by_its_escapes(string claimed)
    {
        var xml = "<?xml version='1.0' encoding='iso-2022-jp'?><t>日本語</t>";
        TextDecoder.Decode(Encoding.GetEncoding(50220).GetBytes(xml), $"text/xml; charset={claimed}", MarkupKind.Xml).Text.ShouldBe(xml);
    }

    [Theory]
    [InlineData(437, "cp437", "Café")]
    [InlineData(850, "ibm850", "Café")]
    [InlineData(852, "cp852", "Příliš")]
    [InlineData(10000, "mac-roman", "Café")]
    [InlineData(10006, "x-mac-greek", "Νέα")]
    [InlineData(10081, "mac-turkish", "Türkçe ığş")]
    [InlineData(52936, "hz-gb-2312", "新闻")]
    [InlineData(50225, "iso-2022-kr", "뉴스")]
    [InlineData(37, "ebcdic-cp-us", "Café")]
    [InlineData(500, "cp500", "Café [x]")]
    public void Encodings_that_browsers_have_given_up_are_read_in_XML(int page, string label, string text)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{label}\"?><t>{text}</t>";
        TextDecoder.Decode(Encoding.GetEncoding(page).GetBytes(xml), null, MarkupKind.Xml).Text.ShouldBe(xml);
    }

    [Fact]
    public void Stray_bytes_do_not_spoil_a_document_that_is_UTF8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Maori), 0x93, .. "quoted"u8, 0x94];
        var read = TextDecoder.Decode(bytes, "text/html; charset=utf-8", MarkupKind.Html);
        (read.Text, read.Encoding).ShouldBe((Maori + "“quoted”", "utf-8"));
    }

    [Theory]
    [InlineData(1251, "Сегодня в столице прошли переговоры о новом договоре", "windows-1251")]
    [InlineData(20866, "Сегодня в столице прошли переговоры о новом договоре", "koi8-r")]
    [InlineData(932, "これはひらがなとカタカナのニュースです", "shift_jis")]
    [InlineData(51932, "これはひらがなとカタカナのニュースです", "euc-jp")]
    [InlineData(1252, "La journée fut très agréable à l'été", "windows-1252")]
    public void An_undeclared_legacy_text_is_guessed(int page, string text, string encoding)
    {
        var read = TextDecoder.Decode(Encoding.GetEncoding(page).GetBytes(text), null, MarkupKind.Html);
        (read.Text, read.Encoding).ShouldBe((text, encoding));
    }

    [Fact]
    public void No_bytes_are_too_hostile()
    {
        var random = new Random(20261117);
        var bytes = new byte[4096];
        for (var i = 0; i < 200; i++)
        {
            random.NextBytes(bytes);
            TextDecoder.Decode(bytes.AsSpan(0, random.Next(bytes.Length)), "text/html; charset=" + (i % 3 == 0 ? "utf-8" : "gb18030"), (MarkupKind)(i % 4)).Text.ShouldNotBeNull();
        }
    }
}
