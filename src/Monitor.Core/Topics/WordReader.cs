namespace Monitor.Core.Topics;

/// <summary>
/// Reads a text word by word, folded. Hyphens, slashes and dashes divide words; a possessive ending falls away; an apostrophe
/// inside a word is read over. A number is a word of its own digits ("501", "501s", "501ca") only where it stands alone: in
/// $501, 62,501, 501.5, 501%, 09 501 2345, 501-3, 501 million or 501kg it is part of something else, and its letters are empty.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Letters looked at; what a longer word has beyond is left out.</summary>
    public const int MaxLetters = 64;

    private static readonly string[] Units =
    [
        "million", "billion", "trillion", "thousand", "hundred", "percent", "per cent", "dollars", "cents", "year-old", "years old",
        "kilometre", "kilometer", "metre", "meter", "mile", "kilogram", "kilo", "tonne", "hectare", "litre", "km", "kg", "points", "runs",
    ];

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int length;
    private bool afterNumber;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the word ends, its possessive ending included.</summary>
    public int End { get; private set; }

    /// <summary>The folded letters; empty for a number that is part of something else.</summary>
    public readonly ReadOnlySpan<char> Letters => buffer[..length];

    public bool Read()
    {
        var before = End;
        var i = before;
        char letter;
        while (true)
        {
            if ((uint)i >= (uint)text.Length)
            {
                return false;
            }

            letter = Topics.Letters.Fold(text[i]);
            if (letter > Topics.Letters.Silent)
            {
                break;
            }

            i++;
        }

        Start = i;
        length = 0;
        if (char.IsAsciiDigit(letter))
        {
            ReadNumber(before);
        }
        else
        {
            ReadLetters();
            afterNumber = false;
        }

        return true;
    }

    private void ReadLetters()
    {
        var i = Start;
        for (; i < text.Length; i++)
        {
            var letter = Topics.Letters.Fold(text[i]);
            if (letter > Topics.Letters.Silent)
            {
                if (length < MaxLetters)
                {
                    buffer[length++] = letter;
                }
            }
            else if (letter == Topics.Letters.None && !IsInside(ref i))
            {
                break;
            }
        }

        End = i;
    }

    /// <summary>Whether an apostrophe goes on a word; of a possessive ending, moves to its end.</summary>
    private readonly bool IsInside(ref int i)
    {
        if (!Topics.Letters.IsApostrophe(text[i]) || i == Start || !IsLetter(i + 1))
        {
            return false;
        }

        if (text[i + 1] is 's' or 'S' && !IsLetter(i + 2))
        {
            i += 2;
            return false;
        }

        return true;
    }

    private void ReadNumber(int before)
    {
        var i = Start;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        var digitsEnd = i;
        var alone = !IsMoney(before);
        while (i + 1 < text.Length && text[i] is ',' or '.' && char.IsAsciiDigit(text[i + 1]))
        {
            alone = false;
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }
        }

        var suffix = i;
        while (i < text.Length && Topics.Letters.Fold(text[i]) > Topics.Letters.Silent)
        {
            i++;
        }

        var letters = text[suffix..i];
        if (letters.IsEmpty && i < text.Length && Topics.Letters.IsApostrophe(text[i]) && i + 1 < text.Length && text[i + 1] is 's' or 'S' && !IsLetter(i + 2))
        {
            i += 2;
            letters = text.Slice(i - 1, 1);
        }

        End = i;
        alone = alone && (!letters.IsEmpty || !(FollowsNumber(before) || LeadsToMore(i)));
        afterNumber = letters.IsEmpty;
        if (alone && digitsEnd - Start + letters.Length <= MaxLetters)
        {
            text[Start..digitsEnd].CopyTo(buffer);
            length = digitsEnd - Start;
            foreach (var c in letters)
            {
                buffer[length++] = Topics.Letters.Fold(c);
            }
        }
    }

    private readonly bool IsLetter(int i) => i < text.Length && Topics.Letters.Fold(text[i]) > Topics.Letters.Silent;

    private readonly bool IsMoney(int before) =>
        Start > before && char.GetUnicodeCategory(text[Start - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol;

    private readonly bool FollowsNumber(int before) => afterNumber && IsJoint(text[before..Start]) && before > 0;

    private readonly bool LeadsToMore(int end)
    {
        var rest = text[end..];
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] is '%' or '°' or '½')
        {
            return true;
        }

        var gap = 0;
        while (gap < rest.Length && gap < 3 && !IsLetter(end + gap))
        {
            gap++;
        }

        if (gap == rest.Length)
        {
            return false;
        }

        if (char.IsAsciiDigit(rest[gap]))
        {
            return IsJoint(rest[..gap]);
        }

        if (gap == 1 && rest[0] is ' ' or '-' or '\u00A0' or '\u2011')
        {
            foreach (var unit in Units)
            {
                if (rest[1..].StartsWith(unit, StringComparison.OrdinalIgnoreCase) && !(unit.Length < 3 && IsLetter(end + 1 + unit.Length)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What stands between the groups of one long number, a score, a date or a phone number. "501(3)" is a subsection.</summary>
    private static bool IsJoint(ReadOnlySpan<char> gap) =>
        gap is " " or "\u00A0" or "-" or "–" or "‑" or "/" or ":" or ") " or " (" or " - " or " – ";
}
