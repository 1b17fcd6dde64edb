using System.Buffers;
using Monitor.Core.Articles;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>The field that is being read: its text as HTML, with whatever elements stand in it written out as tags.</summary>
internal sealed class FieldText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("<>&"u8);

    private readonly CharBuffer buffer = new();
    private TextMode mode;
    private int personPart;
    private string personElement = "";
    private string name = "";
    private string mail = "";

    public bool Active { get; private set; }

    public Field Field { get; private set; }

    public int Rank { get; private set; }

    /// <summary>Open elements down to and with the field's own.</summary>
    public int Depth { get; private set; }

    public int Start { get; private set; }

    public bool IsPermaLink { get; private set; }

    /// <summary>The base of the element that holds all of the text, where there is one: it may have its own.</summary>
    public Uri? InnerBase { get; private set; }

    public bool Inline => mode == TextMode.Inline;

    /// <summary>The field holds a line, not a text.</summary>
    public bool IsLine => Field is not (Field.Summary or Field.Content);

    public ReadOnlySpan<char> Value => buffer.Span;

    public void Begin(Field field, int rank, int depth, int start, TextMode textMode, bool isPermaLink)
    {
        (Active, Field, Rank, Depth, Start, IsPermaLink) = (true, field, rank, depth, start, isPermaLink);
        mode = textMode;
        buffer.Length = 0;
        (personElement, name, mail) = ("", "", "");
        InnerBase = null;
    }

    /// <returns>False where an ampersand had to be taken for itself.</returns>
    public bool Append(ReadOnlySpan<byte> text, bool literal)
    {
        if (mode != TextMode.Inline)
        {
            if (!literal)
            {
                return AppendEscaped(text);
            }

            buffer.Append(text);
            return true;
        }

        if (!literal)
        {
            // Markup as it stands: what XML escapes HTML escapes alike.
            buffer.Append(text);
            return true;
        }

        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            buffer.Append(text[..at]);
            buffer.Append(text[at] switch { (byte)'<' => "&lt;", (byte)'>' => "&gt;", _ => "&amp;" });
            text = text[(at + 1)..];
        }

        buffer.Append(text);
        return true;
    }

    /// <summary>What closes a CDATA section and stands in text closed one that was wrapped twice.</summary>
    private bool AppendEscaped(ReadOnlySpan<byte> text)
    {
        var clean = true;
        for (var at = text.IndexOf("]]>"u8); at >= 0; at = text.IndexOf("]]>"u8))
        {
            clean &= XmlEntities.Decode(text[..at], buffer);
            text = text[(at + 3)..];
        }

        return XmlEntities.Decode(text, buffer) && clean;
    }

    public static bool IsVoid(XmlName element) => element.Local is "br" or "hr" or "img" or "wbr" or "input" or "embed" or "col";

    public void OpenTag(XmlName element, ref XmlScanner scanner, Uri? baseUrl)
    {
        if (InnerBase is null && buffer.Span.IsWhiteSpace())
        {
            InnerBase = baseUrl;
        }

        if (Field == Field.Author && element.Local is "name" or "email" or "uri" or "url" or "homepage")
        {
            personElement = element.Local;
            personPart = buffer.Length;
            return;
        }

        buffer.Append("<");
        buffer.Append(element.Local);
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var attribute = scanner.AttributeName(i);
            if (attribute.StartsWith("xml"u8))
            {
                continue;
            }

            buffer.Append(" ");
            buffer.Append(attribute);
            buffer.Append("=\"");
            AppendValue(scanner.AttributeValue(i));
            buffer.Append("\"");
        }

        buffer.Append(">");
    }

    public void CloseTag(XmlName element)
    {
        if (personElement.Length > 0 && personElement == element.Local)
        {
            var part = buffer.From(personPart).Trim().ToString();
            name = personElement == "name" ? part : name;
            mail = personElement == "email" ? part : mail;
            buffer.Length = personPart;
            personElement = "";
            return;
        }

        if (!IsVoid(element))
        {
            buffer.Append("</");
            buffer.Append(element.Local);
            buffer.Append(">");
        }
    }

    public void End()
    {
        Active = false;
        if (mode == TextMode.Base64)
        {
            Unpack();
        }
    }

    /// <summary>Base64 that holds no text is nothing to read.</summary>
    private void Unpack()
    {
        var packed = buffer.Span.ToString();
        buffer.Length = 0;
        var bytes = new byte[packed.Length];
        if (Convert.TryFromBase64String(packed, bytes, out var length) && System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            buffer.Append(bytes.AsSpan(0, length));
        }
    }

    public string Person() =>
        name.Length > 0 ? HtmlText.Line(name) : mail.Length > 0 ? HtmlText.Line(mail) : PersonName.Of(HtmlText.Line(buffer.Span));

    private void AppendValue(ReadOnlySpan<byte> value)
    {
        for (var at = value.IndexOf((byte)'"'); at >= 0; at = value.IndexOf((byte)'"'))
        {
            buffer.Append(value[..at]);
            buffer.Append("&quot;");
            value = value[(at + 1)..];
        }

        buffer.Append(value);
    }
}
