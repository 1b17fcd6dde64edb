namespace Monitor.Core.Stories;

/// <summary>
/// Reads the words of a text one by one, folded so that outlets' house styles do not matter: lower case, no macrons or
/// accents, no possessive, "U.S." as "us", "50,000" as "50000", "7.1" whole. Linear; a run longer than
/// <see cref="LongestWord"/> is cut into pieces.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text, Span<char> buffer)
{
    public const int LongestWord = 32;

    private const string Accented = "àáâãäåāçćčèéêëēìíîïīñńòóôõöøōùúûüūýÿšžłđğşțăąęż";
    private const string Plain = "aaaaaaaccceeeeeiiiiinnooooooouuuuuyyszldgstaaez";

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;

    /// <summary>The next word, valid until the next call; false at the end.</summary>
    public bool Next(out ReadOnlySpan<char> word)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var length = 0;
        while (at < text.Length && length < LongestWord && Take(ref length))
        {
            at++;
        }

        if (length > 0 && Possessive(at))
        {
            at += 2;
        }

        word = buffer[..length];
        return length > 0;
    }

    private readonly bool Take(ref int length)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c))
        {
            buffer[length++] = Fold(c);
            return true;
        }

        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        switch (c)
        {
            case '\'' or '\u2019' when char.IsLetter(before) && char.IsLetter(after):
                return !Possessive(at);
            case ',' when char.IsAsciiDigit(before) && char.IsAsciiDigit(after):
                return true;
            case '.' when char.IsAsciiDigit(before) && char.IsAsciiDigit(after):
                buffer[length++] = '.';
                return true;
            case '.' or '&' when char.IsLetter(before) && !char.IsLetterOrDigit(At(at - 2)) && char.IsLetter(after) && !char.IsLetter(At(at + 2)):
                return true;
            default:
                return false;
        }
    }

    private readonly bool Possessive(int index) =>
        At(index) is '\'' or '\u2019' && At(index + 1) is 's' or 'S' && !char.IsLetterOrDigit(At(index + 2));

    private readonly char At(int index) => index >= 0 && index < text.Length ? text[index] : ' ';

    private static char Fold(char c)
    {
        c = char.ToLowerInvariant(c);
        if (c < 0x80)
        {
            return c;
        }

        var known = Accented.IndexOf(c, StringComparison.Ordinal);
        return known < 0 ? c : Plain[known];
    }
}
