namespace Monitor.Core.Feeds;

/// <summary>
/// Walks over the text of a broken OPML file and reads the smallest pieces of it: names, values and their quotes. Says what
/// it had to guess, and on which line. Linear in the text.
/// </summary>
internal sealed class OpmlScanner(string text)
{
    private const int MaxNotes = 100;

    private readonly Dictionary<char, int> unclosedFrom = [];
    private readonly List<(int Line, string Message)> notes = [];
    private int line = 1;
    private int linesTo;

    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    public char Current => text[Position];

    /// <summary>At most a hundred, in order.</summary>
    public IReadOnlyList<(int Line, string Message)> Notes => notes;

    public void Note(string message)
    {
        if (notes.Count == MaxNotes)
        {
            return;
        }

        for (; linesTo < Position && linesTo < text.Length; linesTo++)
        {
            line += text[linesTo] == '\n' ? 1 : 0;
        }

        notes.Add((line, message));
    }

    public bool IsAt(string markup) => string.CompareOrdinal(text, Position, markup, 0, markup.Length) == 0;

    public bool IsNameAt(int at) => at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_');

    public static bool IsNameCharacter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':';

    /// <summary>From here to where <paramref name="end"/> stands, or to the end of the text. Moves behind it.</summary>
    public string Until(string end)
    {
        var start = Position;
        var found = text.IndexOf(end, start, StringComparison.Ordinal);
        Position = found < 0 ? text.Length : found + end.Length;
        return text[start..(found < 0 ? text.Length : found)];
    }

    /// <summary>From here to the next markup; at least one character, so that a bare less-than sign is text.</summary>
    public string Text()
    {
        var start = Position;
        var found = text.IndexOf('<', start + 1);
        Position = found < 0 ? text.Length : found;
        return text[start..Position];
    }

    /// <summary>A name, with at most one colon: what XML with namespaces would refuse is made plain.</summary>
    public string Name()
    {
        var start = Position;
        while (!AtEnd && IsNameCharacter(Current))
        {
            Position++;
        }

        var name = text[start..Position];
        var colon = name.IndexOf(':');
        return colon > 0 && name.LastIndexOf(':') == colon && IsNameAt(start + colon + 1) ? name : name.Replace(':', '_');
    }

    /// <summary>What stands behind an attribute's name, without its quotes; empty where there is nothing.</summary>
    public string Value()
    {
        var sign = AfterSpace(Position);
        if (sign >= text.Length || text[sign] != '=')
        {
            return string.Empty;
        }

        Position = AfterSpace(sign + 1);
        if (!AtEnd && Current is '"' or '\'')
        {
            return Quoted(Current);
        }

        var start = Position;
        while (!AtEnd && !char.IsWhiteSpace(Current) && Current != '>')
        {
            Position++;
        }

        // In <outline a=b/> the slash ends the tag.
        if (!AtEnd && Current == '>' && Position > start && text[Position - 1] == '/')
        {
            Position--;
        }

        return text[start..Position];
    }

    private string Quoted(char quote)
    {
        var start = ++Position;
        var end = ClosingQuote(quote);
        if (end < 0)
        {
            Note("a quote is not closed: it is taken to end with its tag");
            end = text.IndexOfAny([quote, '>'], start);
            end = end < 0 ? text.Length : end;
        }

        var value = text[start..end];
        if (value.Contains(quote))
        {
            Note("a quote stands inside quotes: it is kept as part of the value");
        }

        Position = end < text.Length && text[end] == quote ? end + 1 : end;
        return value;
    }

    // The next quote that has the end of the tag or other attributes behind it. Where none follows from some position,
    // none follows from a later one either: remembering that keeps a file of open quotes linear.
    private int ClosingQuote(char quote)
    {
        if (unclosedFrom.TryGetValue(quote, out var from) && Position >= from)
        {
            return -1;
        }

        for (var end = text.IndexOf(quote, Position); end >= 0; end = text.IndexOf(quote, end + 1))
        {
            var next = end + 1;
            while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsNameCharacter(text[next])))
            {
                next++;
            }

            if (next >= text.Length || text[next] is '>' or '/' or '?' || (text[next] == '=' && next > end + 1))
            {
                return end;
            }
        }

        unclosedFrom[quote] = Position;
        return -1;
    }

    private int AfterSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
