using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Monitor.Core.Feeds;

/// <summary>What came of reading a list of feeds that someone else may have written.</summary>
/// <param name="Document">Null where nothing could be made of it.</param>
/// <param name="Problems">What was mended, as warnings; or the error that kept it from being read.</param>
public sealed record OpmlReading(OpmlDocument? Document, IReadOnlyList<ConfigProblem> Problems);

/// <summary>
/// A whole OPML document, to be changed and written again: folders, comments, order, indents and the attributes that others
/// put there stay as they are (line breaks inside a tag do not). Where <see cref="Opml.Load"/> refuses what is wrong in our
/// own file, this mends what can be mended in a file from elsewhere. Immutable.
/// </summary>
public sealed class OpmlDocument
{
    private const string Indent = "  ";

    private readonly XDocument xml;

    private OpmlDocument(XDocument xml) => this.xml = xml;

    /// <summary>Every feed that is in force, in document order; addresses other than http and https are left out.</summary>
    public IReadOnlyList<OpmlFeed> Feeds => [.. Opml.Outlines(xml).Select(Feed).OfType<OpmlFeed>()];

    /// <summary>Never throws; linear in the text, which may be up to 10 MB.</summary>
    public static OpmlReading Read(string fileName, string text)
    {
        var (document, problem) = OpmlXml.Read(fileName, text);
        if (document is not null)
        {
            return new(new(document), []);
        }

        if (text.Length > OpmlXml.MaxLength || string.IsNullOrWhiteSpace(text))
        {
            return new(null, [problem!]);
        }

        var (mended, notes) = OpmlMender.Mend(text);
        (document, _) = OpmlXml.Read(fileName, mended);
        return document is null
            ? new(null, [problem!])
            : new(new(document), [.. notes.Select(note => new ConfigProblem(fileName, note.Line, note.Message, IsError: false))]);
    }

    /// <summary>
    /// Adds the feeds of another list that are not followed yet, in their folders, with every attribute they carry. What
    /// <see cref="Opml.Load"/> would refuse (a doubled id, an unknown country) is left behind, so that the result loads.
    /// </summary>
    /// <param name="source">Where the other list came from; it stands in a comment above each added feed.</param>
    public OpmlImport Import(OpmlDocument other, string source)
    {
        var result = new OpmlDocument(new XDocument(xml));
        var known = result.Feeds.Select(feed => Opml.AddressKey(feed.Url)).ToHashSet(StringComparer.Ordinal);
        var ids = Opml.Outlines(result.xml).Select(outline => Opml.Value(outline, "id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var added = new List<OpmlFeed>();
        var skipped = new List<OpmlFeed>();
        var problems = new List<ConfigProblem>();
        foreach (var outline in Opml.Outlines(other.xml).Where(outline => Opml.Value(outline, "xmlUrl") is not null))
        {
            if (Feed(outline) is not { } feed)
            {
                problems.Add(new(source, OpmlXml.Line(outline), $"{Opml.Quote(Opml.Value(outline, "xmlUrl"))} is not an http or https address: it is left out", IsError: false));
            }
            else if (!known.Add(Opml.AddressKey(feed.Url)))
            {
                skipped.Add(feed);
            }
            else
            {
                result.Add(outline, feed, ids, source);
                added.Add(feed with { Line = 0 });
            }
        }

        return new(result, added, skipped, problems);
    }

    /// <summary>
    /// The list as other programs like it: version 2.0, and on every feed the type, the text and the title that some of them
    /// insist on. Everything else is kept.
    /// </summary>
    public OpmlDocument Export()
    {
        var copy = new XDocument(xml);
        copy.Root!.SetAttributeValue("version", "2.0");
        foreach (var outline in copy.Root.Descendants().Where(outline => outline.Name.LocalName == "outline"))
        {
            if (Feed(outline) is { } feed)
            {
                Complete(outline, feed);
                outline.SetAttributeValue("title", Opml.Value(outline, "title") ?? feed.Name);
            }
        }

        return new(copy);
    }

    /// <summary>The document as text, with LF line ends, to be saved as UTF-8.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Replace };
        using (var writer = XmlWriter.Create(text, settings))
        {
            xml.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text.ToString().Trim()}\n";
    }

    private static OpmlFeed? Feed(XElement outline) =>
        Opml.Value(outline, "xmlUrl") is { } address && Opml.Address(address) is { } url
            ? new(Opml.Value(outline, "text") ?? Opml.Value(outline, "title") ?? url.Host, url, Folders(outline), OpmlXml.Line(outline))
            : null;

    private static IReadOnlyList<string> Folders(XElement outline) =>
    [
        .. outline.Ancestors()
            .Where(ancestor => ancestor.Name.LocalName == "outline" && Opml.Value(ancestor, "xmlUrl") is null)
            .Select(FolderName)
            .Reverse(),
    ];

    private static string FolderName(XElement folder) => Opml.Value(folder, "text") ?? Opml.Value(folder, "title") ?? string.Empty;

    private void Add(XElement outline, OpmlFeed feed, HashSet<string> ids, string source)
    {
        var parent = Body();
        foreach (var name in feed.Folders)
        {
            parent = Folder(parent, name);
        }

        var copy = new XElement(parent.Name.Namespace + "outline", outline.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration));
        DeclarePrefixes(outline);
        Complete(copy, feed);
        foreach (var attribute in copy.Attributes().Where(attribute => !Opml.IsAcceptable(attribute, ids)).ToList())
        {
            attribute.Remove();
        }

        if (Opml.Value(copy, "id") is { } id)
        {
            ids.Add(id);
        }

        Append(parent, new XComment($" seen: imported from {Opml.Plain(source).Replace("--", "- -", StringComparison.Ordinal)} "));
        Append(parent, copy);
    }

    private static void Complete(XElement outline, OpmlFeed feed)
    {
        outline.SetAttributeValue("type", Opml.Value(outline, "type") ?? "rss");
        outline.SetAttributeValue("text", Opml.Value(outline, "text") ?? feed.Name);
    }

    private XElement Body()
    {
        var root = xml.Root!;
        if (root.Elements().FirstOrDefault(element => element.Name.LocalName == "body") is { } body)
        {
            return body;
        }

        body = new XElement(root.Name.Namespace + "body");
        Append(root, body);
        return body;
    }

    private static XElement Folder(XElement parent, string name)
    {
        var folder = parent.Elements().FirstOrDefault(child =>
            child.Name.LocalName == "outline" && Opml.Value(child, "xmlUrl") is null && FolderName(child) == name);
        if (folder is null)
        {
            folder = new XElement(parent.Name.Namespace + "outline", new XAttribute("text", name));
            Append(parent, folder);
        }

        return folder;
    }

    // Others' attributes keep the prefix they came with, where it is free.
    private void DeclarePrefixes(XElement outline)
    {
        var root = xml.Root!;
        foreach (var space in outline.Attributes().Select(attribute => attribute.Name.Namespace).Where(space => space != XNamespace.None).Distinct())
        {
            if (root.GetPrefixOfNamespace(space) is null
                && outline.GetPrefixOfNamespace(space) is { } prefix
                && root.GetNamespaceOfPrefix(prefix) is null)
            {
                root.Add(new XAttribute(XNamespace.Xmlns + prefix, space.NamespaceName));
            }
        }
    }

    private static void Append(XElement parent, XNode child)
    {
        var depth = parent.Ancestors().Count();
        var before = new XText("\n" + string.Concat(Enumerable.Repeat(Indent, depth + 1)));
        if (parent.LastNode is XText layout && string.IsNullOrWhiteSpace(layout.Value))
        {
            layout.AddBeforeSelf(before, child);
        }
        else
        {
            parent.Add(before, child, new XText("\n" + string.Concat(Enumerable.Repeat(Indent, depth))));
        }
    }
}
