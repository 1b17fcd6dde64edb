using System.Buffers;

namespace Monitor.Core.Feeds.Markup;

internal enum XmlToken
{
    End,
    Text,

    /// <summary>A CDATA section: no reference in it means anything.</summary>
    Literal,
    StartTag,
    EndTag,
}

/// <summary>
/// One pass over UTF-8 that is meant to be XML, mending what is not: bare ampersands and angle brackets are text, attributes may
/// stand without quotes or values, whatever is not closed ends with the document. A document type is skipped unread, so no
/// entity of its own is ever expanded. Linear: a closing sign that was not found once is not searched for again.
/// </summary>
internal ref struct XmlScanner(ReadOnlySpan<byte> xml, ProblemLog problems)
{
    private const int MaxAttributes = 128;

    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/><=\"'"u8);
    private static readonly SearchValues<byte> UnquotedEnd = SearchValues.Create(" \t\r\n><"u8);
    private static readonly SearchValues<byte> Space = SearchValues.Create(" \t\r\n\f"u8);

    private readonly ReadOnlySpan<byte> xml = xml;
    private readonly ProblemLog problems = problems;
    private readonly (int Name, int NameLength, int Value, int ValueLength)[] attributes = new (int, int, int, int)[MaxAttributes];
    private int at;
    private int lastCommentEnd = -2;
    private int lastLiteralEnd = -2;
    private int lastQuote = -2;
    private int lastApostrophe = -2;

    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The name of a tag with its prefix, as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    public bool SelfClosing { get; private set; }

    public int AttributeCount { get; private set; }

    /// <summary>Bytes before the last token.</summary>
    public int Start { get; private set; }

    public readonly ReadOnlySpan<byte> AttributeName(int index) => xml.Slice(attributes[index].Name, attributes[index].NameLength);

    /// <summary>The value as written, references and all.</summary>
    public readonly ReadOnlySpan<byte> AttributeValue(int index) => xml.Slice(attributes[index].Value, attributes[index].ValueLength);

    public XmlToken Next()
    {
        var textStart = at;
        while (at < xml.Length)
        {
            var next = xml[at..].IndexOf((byte)'<');
            if (next < 0)
            {
                at = xml.Length;
                break;
            }

            var open = at + next;
            var kind = open + 1 < xml.Length ? xml[open + 1] : (byte)0;
            if (!IsNameStart(kind) && kind is not ((byte)'/' or (byte)'!' or (byte)'?'))
            {
                problems.Add("an angle bracket stands in text", open);
                at = open + 1;
                continue;
            }

            if (open > textStart)
            {
                at = open;
                break;
            }

            Start = open;
            switch (kind)
            {
                case (byte)'/':
                    return ReadEndTag(open);
                case (byte)'?':
                    at = SkipInstruction(open);
                    textStart = at;
                    continue;
                case (byte)'!' when xml[open..].StartsWith("<![CDATA["u8):
                    return ReadLiteral(open);
                case (byte)'!':
                    at = SkipDeclaration(open);
                    textStart = at;
                    continue;
                default:
                    if (ReadStartTag(open))
                    {
                        return XmlToken.StartTag;
                    }

                    problems.Add("an angle bracket stands in text", open);
                    at = open + 1;
                    continue;
            }
        }

        Text = xml[textStart..at];
        Start = textStart;
        return Text.Length == 0 ? XmlToken.End : XmlToken.Text;
    }

    /// <summary>Where the last end tag of that name begins, whatever its prefix; 0 where there is none.</summary>
    public readonly int LastEndTag(string local)
    {
        Span<byte> wanted = stackalloc byte[64];
        if (!System.Text.Encoding.UTF8.TryGetBytes(local, wanted, out var length))
        {
            return 0;
        }

        wanted = wanted[..length];
        for (var rest = xml; rest.LastIndexOf("</"u8) is >= 0 and var open; rest = rest[..open])
        {
            var name = rest[(open + 2)..];
            var end = name.IndexOfAny(NameEnd);
            name = end < 0 ? name : name[..end];
            name = name[(name.LastIndexOf((byte)':') + 1)..];
            if (System.Text.Ascii.EqualsIgnoreCase(name, wanted))
            {
                return open;
            }
        }

        return 0;
    }

    private static bool IsNameStart(byte b) => b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_' or (byte)':' or >= 0x80;

    private readonly int SkipSpace(int i)
    {
        var found = xml[i..].IndexOfAnyExcept(Space);
        return found < 0 ? xml.Length : i + found;
    }

    private XmlToken ReadEndTag(int open)
    {
        var start = open + 2;
        var length = xml[start..].IndexOfAny(NameEnd);
        Name = length < 0 ? xml[start..] : xml.Slice(start, length);
        var i = SkipSpace(start + Name.Length);
        if (i < xml.Length && xml[i] != '>' && xml[i] != '<')
        {
            var close = xml[i..].IndexOfAny((byte)'>', (byte)'<');
            i = close < 0 ? xml.Length : i + close;
        }

        at = i < xml.Length && xml[i] == '>' ? i + 1 : i;
        return XmlToken.EndTag;
    }

    private XmlToken ReadLiteral(int open)
    {
        var start = open + 9;
        if (lastLiteralEnd == -2)
        {
            lastLiteralEnd = xml.LastIndexOf("]]>"u8);
        }

        if (start > lastLiteralEnd)
        {
            problems.Add("a CDATA section is not closed", open);
            Text = xml[start..];
            at = xml.Length;
            return XmlToken.Literal;
        }

        var length = xml[start..].IndexOf("]]>"u8);
        Text = xml.Slice(start, length);
        at = start + length + 3;
        return XmlToken.Literal;
    }

    /// <returns>False where this is no tag after all but a bare bracket in text.</returns>
    private bool ReadStartTag(int open)
    {
        var start = open + 1;
        var length = xml[start..].IndexOfAny(NameEnd);
        if (length < 0)
        {
            return false;
        }

        Name = xml.Slice(start, length);
        AttributeCount = 0;
        SelfClosing = false;
        var i = start + length;
        while (true)
        {
            i = SkipSpace(i);
            if (i >= xml.Length)
            {
                return false;
            }

            switch (xml[i])
            {
                case (byte)'>':
                    at = i + 1;
                    return true;
                case (byte)'<':
                    if (AttributeCount == 0 && i > start + length)
                    {
                        return false;
                    }

                    problems.Add("a tag is not closed", open);
                    at = i;
                    return true;
                case (byte)'/':
                    SelfClosing = i + 1 < xml.Length && xml[i + 1] == '>';
                    i++;
                    continue;
                default:
                    i = ReadAttribute(i);
                    continue;
            }
        }
    }

    private int ReadAttribute(int i)
    {
        var length = xml[i..].IndexOfAny(NameEnd);
        length = length < 0 ? xml.Length - i : Math.Max(1, length);
        var name = i;
        i = SkipSpace(i + length);
        if (i >= xml.Length || xml[i] != '=')
        {
            AddAttribute(name, length, i, 0);
            return i;
        }

        i = SkipSpace(i + 1);
        if (i >= xml.Length)
        {
            return i;
        }

        if (xml[i] is (byte)'"' or (byte)'\'')
        {
            var last = LastOf(xml[i]);
            if (i < last)
            {
                var valueLength = xml[(i + 1)..].IndexOf(xml[i]);
                var value = xml.Slice(i + 1, valueLength);
                var tagEnd = value.IndexOf((byte)'>');
                if (tagEnd < 0 || value[tagEnd..].IndexOf((byte)'<') < 0)
                {
                    AddAttribute(name, length, i + 1, valueLength);
                    return i + valueLength + 2;
                }

                // No value holds the end of its own tag and the start of another: the quote was meant to close before.
                problems.Add("an attribute's value is not closed", i);
                AddAttribute(name, length, i + 1, tagEnd);
                return i + 1 + tagEnd;
            }

            problems.Add("an attribute's value is not closed", i);
            i++;
        }

        var end = xml[i..].IndexOfAny(UnquotedEnd);
        end = end < 0 ? xml.Length : i + end;
        AddAttribute(name, length, i, end - i);
        return end;
    }

    private int LastOf(byte quote)
    {
        if (quote == '"')
        {
            return lastQuote == -2 ? lastQuote = xml.LastIndexOf(quote) : lastQuote;
        }

        return lastApostrophe == -2 ? lastApostrophe = xml.LastIndexOf(quote) : lastApostrophe;
    }

    private void AddAttribute(int name, int nameLength, int value, int valueLength)
    {
        if (AttributeCount < MaxAttributes)
        {
            attributes[AttributeCount++] = (name, nameLength, value, valueLength);
        }
    }

    private readonly int SkipInstruction(int open)
    {
        var rest = xml[open..];
        var end = rest.IndexOf((byte)'>');
        return end < 0 ? xml.Length : open + end + 1;
    }

    private int SkipDeclaration(int open)
    {
        if (xml[open..].StartsWith("<!--"u8))
        {
            return SkipComment(open);
        }

        // A document type: up to its end, over an internal subset in brackets with whatever it quotes.
        var inside = false;
        for (var i = open + 2; i < xml.Length; i++)
        {
            switch (xml[i])
            {
                case (byte)'[':
                    inside = true;
                    break;
                case (byte)']':
                    inside = false;
                    break;
                case (byte)'>' when !inside:
                    return i + 1;
                case (byte)'"' or (byte)'\'':
                    var close = i < LastOf(xml[i]) ? xml[(i + 1)..].IndexOf(xml[i]) : -1;
                    i += close < 0 ? 0 : close + 1;
                    break;
                default:
                    break;
            }
        }

        return xml.Length;
    }

    private int SkipComment(int open)
    {
        if (lastCommentEnd == -2)
        {
            lastCommentEnd = xml.LastIndexOf("-->"u8);
        }

        if (open + 4 <= lastCommentEnd)
        {
            return open + 4 + xml[(open + 4)..].IndexOf("-->"u8) + 3;
        }

        problems.Add("a comment is not closed", open);
        var end = xml[open..].IndexOf((byte)'>');
        return end < 0 ? xml.Length : open + end + 1;
    }
}
