using System.Text;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>Text as quoted-printable (RFC 2045, 6.7): lines of at most 76 ASCII characters, whatever the text holds.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;

    public static string Write(string text)
    {
        var written = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            WriteLine(written, Encoding.UTF8.GetBytes(line));
        }

        return written.ToString();
    }

    private static void WriteLine(StringBuilder written, byte[] line)
    {
        var column = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var isLast = at == line.Length - 1;
            var isPlain = line[at] is >= 0x21 and <= 0x7E and not (byte)'=' || (line[at] is 0x20 or 0x09 && !isLast);
            var width = isPlain ? 1 : 3;
            // The last column is the soft break's.
            if (column + width > LongestLine - 1)
            {
                written.Append("=\r\n");
                column = 0;
            }

            if (isPlain)
            {
                written.Append((char)line[at]);
            }
            else
            {
                written.Append('=').Append(line[at].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }

            column += width;
        }

        written.Append("\r\n");
    }
}
