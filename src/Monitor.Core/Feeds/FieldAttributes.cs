using System.Text;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>How a field's text stands in the document.</summary>
internal enum TextMode
{
    /// <summary>References undone, it is HTML: RSS, and Atom's type html.</summary>
    Escaped,

    /// <summary>It is markup as it stands: Atom's types text and xhtml, where a reference is a sign and never a tag.</summary>
    Inline,
    Base64,
}

/// <summary>What a field's own attributes say of it.</summary>
internal struct FieldAttributes
{
    public string? Href { get; private set; }

    /// <summary>Where a content that is not in the feed stands (RFC 4287, 4.1.3.2).</summary>
    public string? Source { get; private set; }

    public string? Label { get; private set; }

    public string? Term { get; private set; }

    /// <summary>RSS: an id is a link unless it says otherwise.</summary>
    public bool IsPermaLink { get; private set; }

    private string rel;
    private string type;
    private string mode;

    public void Read(ref XmlScanner scanner)
    {
        (rel, type, mode, IsPermaLink) = ("", "", "", true);
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var name = scanner.AttributeName(i);
            name = name[(name.LastIndexOf((byte)':') + 1)..];
            switch (name.Length)
            {
                case 3 when Ascii.EqualsIgnoreCase(name, "rel"u8):
                    rel = Value(ref scanner, i);
                    break;
                case 3 when Ascii.EqualsIgnoreCase(name, "src"u8):
                    Source = XmlEntities.Decode(scanner.AttributeValue(i));
                    break;
                case 4 when Ascii.EqualsIgnoreCase(name, "href"u8):
                    Href ??= XmlEntities.Decode(scanner.AttributeValue(i));
                    break;
                case 4 when Ascii.EqualsIgnoreCase(name, "type"u8):
                    type = Value(ref scanner, i);
                    break;
                case 4 when Ascii.EqualsIgnoreCase(name, "mode"u8):
                    mode = Value(ref scanner, i);
                    break;
                case 4 when Ascii.EqualsIgnoreCase(name, "term"u8):
                    Term = XmlEntities.Decode(scanner.AttributeValue(i));
                    break;
                case 5 when Ascii.EqualsIgnoreCase(name, "label"u8):
                    Label = XmlEntities.Decode(scanner.AttributeValue(i));
                    break;
                case 8 when Ascii.EqualsIgnoreCase(name, "resource"u8):
                    Href ??= XmlEntities.Decode(scanner.AttributeValue(i));
                    break;
                case 11 when Ascii.EqualsIgnoreCase(name, "isPermaLink"u8):
                    IsPermaLink = Value(ref scanner, i) == "true";
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Atom 0.3: it holds no text but the same content several times over.</summary>
    public readonly bool HasParts => type.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>How good a link this is; null for one that leads elsewhere (RFC 4287, 4.2.7).</summary>
    public readonly int? LinkRank(bool isAtom)
    {
        var alternate = rel.Length == 0 || rel is "alternate" || rel.EndsWith("/alternate", StringComparison.Ordinal);
        if (!alternate)
        {
            return null;
        }

        // In RSS a link with an address for an attribute and no namespace is rarer, and more deliberate, than one with text.
        return (isAtom ? 2 : 0) + (type.Length == 0 || type.Contains("html", StringComparison.Ordinal) ? 0 : 1);
    }

    public readonly TextMode ModeOf(bool escaped, bool inline)
    {
        if (mode is "base64")
        {
            return TextMode.Base64;
        }

        if (mode is "escaped")
        {
            return TextMode.Escaped;
        }

        if (escaped || inline)
        {
            return inline ? TextMode.Inline : TextMode.Escaped;
        }

        return type switch
        {
            "html" or "text/html" => mode is "xml" ? TextMode.Inline : TextMode.Escaped,
            "" or "text" or "xhtml" => TextMode.Inline,
            _ when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) => TextMode.Inline,
            _ when type.Contains('/') => TextMode.Base64,
            _ => TextMode.Inline,
        };
    }

    private static string Value(ref XmlScanner scanner, int index)
    {
        var value = scanner.AttributeValue(index);
        return XmlEntities.Decode(value[..Math.Min(value.Length, 200)]).Trim().ToLowerInvariant();
    }
}
