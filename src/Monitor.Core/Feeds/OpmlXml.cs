using System.Xml;
using System.Xml.Linq;

namespace Monitor.Core.Feeds;

/// <summary>
/// OPML text as XML nodes that know their lines and keep their white space and comments. No DTD is processed, and depth and
/// size are bounded, because a list of feeds often comes from someone else.
/// </summary>
internal static class OpmlXml
{
    /// <summary>Outlines in outlines; real lists nest two or three deep.</summary>
    public const int MaxDepth = 64;

    /// <summary>In UTF-16 code units: some 50,000 feeds.</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    /// <summary>The document, or the one problem that keeps it from being read.</summary>
    public static (XDocument? Document, ConfigProblem? Problem) Read(string fileName, string text)
    {
        if (text.Length > MaxLength)
        {
            return (null, new(fileName, 0, "is larger than 10 MB: divide it"));
        }

        var xml = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(xml))
        {
            return (null, new(fileName, 0, "is empty: it needs an <opml> element with one <outline xmlUrl=\"...\"> for each feed"));
        }

        try
        {
            if (LineOfTooDeep(xml) is { } line)
            {
                return (null, new(fileName, line, $"nests deeper than {MaxDepth} levels: flatten the folders"));
            }

            using var reader = Reader(xml);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            return document.Root!.Name.LocalName == "opml"
                ? (document, null)
                : (null, new(fileName, Line(document.Root), $"is not OPML: it starts with <{document.Root.Name.LocalName}> instead of <opml>"));
        }
        catch (XmlException error)
        {
            return (null, new(fileName, Math.Max(error.LineNumber, 1), Explain(error)));
        }
    }

    public static int Line(XObject node) => ((IXmlLineInfo)node).LineNumber;

    private static XmlReader Reader(string xml) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxLength,
    });

    // Before the tree is built, because copying and comparing a tree of nodes recurses.
    private static int? LineOfTooDeep(string xml)
    {
        using var reader = Reader(xml);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return ((IXmlLineInfo)reader).LineNumber;
            }
        }

        return null;
    }

    private static string Explain(XmlException error)
    {
        var message = error.Message;
        if (message.Contains("DTD", StringComparison.Ordinal))
        {
            return "has a DOCTYPE, which is never processed: take it out";
        }

        // What the parser says of a bare ampersand: it looked for a name, or for the semicolon behind one.
        if (message.Contains("EntityName", StringComparison.Ordinal)
            || message.Contains("undeclared entity", StringComparison.Ordinal)
            || message.Contains("expected token is ';'", StringComparison.Ordinal))
        {
            return "is not well-formed XML: write every & in an address or a name as &amp;";
        }

        var position = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return $"is not well-formed XML: {(position > 0 ? message[..position] : message)}";
    }
}
