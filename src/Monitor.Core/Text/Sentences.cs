using System.Collections.Frozen;

namespace Monitor.Core.Text;

/// <summary>
/// Divides English prose into sentences, in one pass. A sentence ends at an empty line; at a line's end after a full stop; and at
/// a full stop, question mark, exclamation mark or ellipsis, closing quotes and brackets included, unless
/// what follows goes on in lower case, or the stop belongs to a title (Mr., Sen.), an initial (J. Smith), an abbreviation
/// before a number (No. 5, Sept. 11), a number that opens a list (1. First), or an abbreviation inside a sentence (the U.S. Navy).
/// A decimal point and the dots of an address have nothing after them that could begin a sentence.
/// </summary>
public static class Sentences
{
    /// <summary>Abbreviations that a name or a number follows: no sentence ends with them.</summary>
    private static readonly FrozenSet<string> Leading = Set(
        "mr mrs ms dr prof sen rep gov gen col lt sgt capt cpl maj cmdr adm det insp supt const st mt rev hon fr messrs no nos vs v s ss sec art para cl fig vol pp p ch reg cf eg ie");

    /// <summary>Abbreviations that may end a sentence: they do where a word follows that opens sentences.</summary>
    private static readonly FrozenSet<string> Trailing = Set("inc ltd co corp jr sr etc pty bros dept govt est approx al");

    private static readonly FrozenSet<string> Months = Set("jan feb mar apr jun jul aug sept sep oct nov dec");

    private static readonly FrozenSet<string> Openers = Set(
        "the a an he she it they we i you this that these those there in on at as but and or so for from after before when while if his her its their our my mr mrs ms dr what who why how where not no one both all however police meanwhile");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TrailingWords = Trailing.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthNames = Months.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpeningWords = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, without the white space around them; they do not overlap, and what lies between them is white space.</summary>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var (start, paragraph) = (SkipSpace(text, 0), 0);
        for (var i = start; i < text.Length;)
        {
            var end = EndAt(text, start, i, out var next, out var breaks);
            if (end < 0)
            {
                i = next;
                continue;
            }

            if (end > start)
            {
                sentences.Add(new Sentence(start, end - start, paragraph));
            }

            paragraph += breaks ? 1 : 0;
            start = i = next;
        }

        if (start < text.Length)
        {
            sentences.Add(new Sentence(start, text.AsSpan().TrimEnd().Length - start, paragraph));
        }

        return sentences;
    }

    /// <summary>Where the sentence ends if it ends at <paramref name="i"/>, otherwise -1; and where to go on.</summary>
    private static int EndAt(string text, int start, int i, out int next, out bool paragraphEnds)
    {
        next = i + 1;
        paragraphEnds = false;
        if (text[i] is '\n' or '\r')
        {
            next = SkipSpace(text, i);
            paragraphEnds = text.AsSpan(i, next - i).Count('\n') > 1 || i == start || IsTerminal(text[i - 1]) || IsCloser(text[i - 1]);
            return paragraphEnds ? text.AsSpan(start, i - start).TrimEnd().Length + start : -1;
        }

        if (!IsTerminal(text[i]))
        {
            return -1;
        }

        var end = i + 1;
        while (end < text.Length && IsTerminal(text[end]))
        {
            end++;
        }

        var stops = end - i;
        var closed = end;
        while (closed < text.Length && IsCloser(text[closed]))
        {
            closed++;
        }

        next = closed;
        var following = SkipSpace(text, closed);
        if (following == text.Length)
        {
            next = following;
            return closed;
        }

        if (text.AsSpan(closed, following - closed).Contains('\n'))
        {
            next = following;
            paragraphEnds = true;
            return closed;
        }

        var begins = following == closed ? BeginsUnspaced(text, i, closed) : Begins(text, following);
        if (!begins || (text[i] == '.' && stops == 1 && closed == i + 1 && IsAbbreviation(text, start, i, following)))
        {
            return -1;
        }

        next = following;
        return closed;
    }

    private static bool Begins(string text, int at)
    {
        while (at < text.Length && (IsOpener(text[at]) || text[at] is '-' or '–' or '—' or ' '))
        {
            at++;
        }

        return at < text.Length && !char.IsLower(text[at]);
    }

    /// <summary>Two sentences that a lost space has run together: ended.Then, or ended."Then.</summary>
    private static bool BeginsUnspaced(string text, int stop, int at) =>
        at + 1 < text.Length && char.IsUpper(text[at]) && char.IsLower(text[at + 1]) &&
        (at > stop + 1 ? text[at - 1] is '"' or '”' : stop > 1 && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2]));

    private static bool IsAbbreviation(string text, int start, int stop, int following)
    {
        var from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || (text[from - 1] == '.' && from - 1 > start && char.IsLetter(text[from - 2]))))
        {
            from--;
            if (stop - from > 12)
            {
                return false;
            }
        }

        var word = text.AsSpan(from, stop - from);
        if (word.IsEmpty)
        {
            return false;
        }

        if (!word.ContainsAnyExceptInRange('0', '9'))
        {
            return from == start;
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return true;
        }

        Span<char> lower = stackalloc char[13];
        var letters = lower[..word.ToLowerInvariant(lower)];
        if (LeadingWords.Contains(letters))
        {
            return word[0] != 'N' && word[0] != 'n' || char.IsAsciiDigit(text[following]);
        }

        return MonthNames.Contains(letters)
            ? char.IsAsciiDigit(text[following])
            : (TrailingWords.Contains(letters) || word.Contains('.')) && !OpensSentence(text, following);
    }

    private static bool OpensSentence(string text, int at)
    {
        while (at < text.Length && IsOpener(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < 12 && char.IsLetter(text[end]))
        {
            end++;
        }

        Span<char> lower = stackalloc char[12];
        return OpeningWords.Contains(lower[..text.AsSpan(at, end - at).ToLowerInvariant(lower)]);
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    private static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '(' or '[' or '«';

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}

/// <summary>A sentence's place in its text, in UTF-16 code units, and the number of its paragraph, from 0.</summary>
public readonly record struct Sentence(int Start, int Length, int Paragraph)
{
    public int End => Start + Length;
}
