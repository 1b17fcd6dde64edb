using System.Globalization;

namespace Monitor.Adapters.Mail.Smtp;

/// <summary>One reply of a server (RFC 5321, 4.2).</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">Its lines without the code, printable ASCII.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>421: the server is about to end, or takes nothing now from anybody (RFC 5321, 3.8).</summary>
    public bool ClosesDown => Code == 421;

    public bool MayPass => Code < 500;

    /// <summary>Enhanced status (RFC 3463), such as 5.1.1; empty where the server gives none.</summary>
    public string Enhanced
    {
        get
        {
            var word = Lines[0].Split(' ')[0];
            return word.Split('.') is [var kind, var subject, var detail]
                && kind is "2" or "4" or "5"
                && IsNumber(subject) && IsNumber(detail)
                    ? word
                    : "";
        }
    }

    /// <summary>The words after a keyword that EHLO's answer offers; null where it does not.</summary>
    public IReadOnlyList<string>? Offers(string keyword) =>
        Lines.Skip(1).Select(line => line.Split(' ', '=')).FirstOrDefault(words => words[0].Equals(keyword, StringComparison.OrdinalIgnoreCase))?[1..];

    /// <summary>Everything, in one line.</summary>
    public string Said => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join("; ", Lines)}");

    /// <summary>The clause with the codes beside it; what the server says in words may name an address.</summary>
    public string Says(string clause) =>
        string.Create(CultureInfo.InvariantCulture, $"{clause} ({Code}{(Enhanced.Length > 0 ? $" {Enhanced}" : "")})");

    private static bool IsNumber(string text) => text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit);
}
