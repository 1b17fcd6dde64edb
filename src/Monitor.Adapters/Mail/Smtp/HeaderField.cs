using System.Text;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>
/// Header fields as they travel: ASCII, folded, ended by CRLF. Whatever a value holds, it stays within its field: no character
/// that could end a line gets through.
/// </summary>
internal static class HeaderField
{
    private const int LongestLine = 78;

    // The longest name that text follows is "Reply-To: "; =?utf-8?B?…?= with 39 bytes in it fits beside that into 76 characters.
    private const int BytesInWord = 39;

    /// <summary>A field of free text (RFC 5322, 3.6.5), in encoded words (RFC 2047) where ASCII alone does not do.</summary>
    public static string Text(string name, string text)
    {
        var line = OneLine(text);
        return Fold(name, IsPlain(line) ? line : Encoded(line));
    }

    /// <summary>A mailbox: a name where there is one, and the address.</summary>
    public static string Mailbox(string name, string address, string? displayName)
    {
        var person = OneLine(displayName ?? "");
        if (person.Length == 0)
        {
            return Fold(name, Ascii(address));
        }

        var phrase = IsPlain(person) ? $"\"{person.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Encoded(person);
        return Fold(name, $"{phrase} <{Ascii(address)}>");
    }

    /// <summary>A field whose words have a meaning, such as identifiers and addresses: folded between words, never encoded.</summary>
    public static string Words(string name, string words) => Fold(name, Ascii(words));

    // Words that fit a line each, and nothing that looks like an encoded word.
    private static bool IsPlain(string line) =>
        line.All(letter => letter is >= ' ' and <= '~')
        && !line.Contains("=?", StringComparison.Ordinal)
        && line.Split(' ').All(word => word.Length is > 0 and < 60);

    private static string Encoded(string line)
    {
        var words = new List<string>();
        var word = new List<byte>(BytesInWord);
        Span<byte> bytes = stackalloc byte[4];
        // A character is never torn apart (RFC 2047, 5); half of one becomes a replacement character.
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > BytesInWord)
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        words.Add(Word(word));
        return string.Join(' ', words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static string Fold(string name, string value)
    {
        var field = new StringBuilder(name).Append(':');
        var column = field.Length;
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column + 1 + word.Length > LongestLine && column > name.Length + 1)
            {
                field.Append("\r\n");
                column = 0;
            }

            field.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return field.Append("\r\n").ToString();
    }

    private static string OneLine(string text) =>
        new string([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]).Trim();

    private static string Ascii(string text) => new([.. text.Where(letter => letter is >= ' ' and <= '~')]);
}
