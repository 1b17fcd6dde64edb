using System.Text;
using Monitor.Core.Articles;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>
/// Any feed in XML to one shape, in one pass: a stack of open elements, and at most one field being read at a time. What is not
/// closed is closed by what must come after it; end tags that close nothing are passed over; a second document after the first
/// is read on into the same feed.
/// </summary>
internal sealed class XmlFeedReader(FeedBounds bounds, Uri? url, ProblemLog problems)
{
    /// <summary>Elements nested deeper than any feed's are read as if they stood in this depth.</summary>
    private const int MaxDepth = 200;

    private const int MaxBase = 2048;

    /// <summary>Searches of the whole document for an end tag.</summary>
    private const int MaxLookups = 16;

    private readonly XmlNames names = new();
    private readonly Namespaces namespaces = new();
    private readonly OpenElement[] open = new OpenElement[MaxDepth];
    private readonly Draft feed = new();
    private readonly List<Entry> entries = [];
    private readonly StringBuilder output = new();
    private readonly FieldText text = new();
    private Draft? entry;
    private int entryDepth;
    private int depth;
    private int overflow;
    private int lookups;
    private int skipDepth;
    private string? format;
    private bool rootClosed;
    private bool full;

    /// <summary>The entries of the first document where a second follows: the same document twice is one.</summary>
    private HashSet<(string?, string?, string?)>? before;

    public string? Format => format;

    /// <returns>Null where the document has no root of a feed.</returns>
    public Feed? Read(ReadOnlySpan<byte> document)
    {
        var scanner = new XmlScanner(document, problems);
        for (var token = scanner.Next(); token != XmlToken.End && !full; token = scanner.Next())
        {
            switch (token)
            {
                case XmlToken.StartTag:
                    Start(ref scanner);
                    break;
                case XmlToken.EndTag:
                    End(names.Of(scanner.Name), scanner.Start);
                    break;
                default:
                    if (text.Active && !text.Append(scanner.Text, token == XmlToken.Literal))
                    {
                        problems.Add("an ampersand stands for itself", scanner.Start);
                    }

                    break;
            }
        }

        if (format is null)
        {
            return null;
        }

        if (depth > 0 && !full)
        {
            problems.Add("the document ends before it is closed", document.Length);
        }

        while (depth > 0)
        {
            Pop();
        }

        EndEntry();
        return new Feed(format, feed[Field.Title] ?? feed[Field.Outlet] ?? feed[Field.Link], feed[Field.Link], entries, []);
    }

    private void Start(ref XmlScanner scanner)
    {
        if (depth == MaxDepth)
        {
            overflow += scanner.SelfClosing ? 0 : 1;
            return;
        }

        var marks = namespaces.Count;
        var baseUrl = ReadScope(ref scanner);
        var name = names.Of(scanner.Name);
        var vocabulary = namespaces.Of(name);
        var (field, rank) = format is null && vocabulary == Vocabulary.Other ? (Field.None, 0) : Fields.Of(vocabulary, name.Local);

        if (text.Active && !Interrupts(field, vocabulary, name))
        {
            text.OpenTag(name, ref scanner, baseUrl);
            Push(name, marks, baseUrl, Field.None);
        }
        else if (field == Field.Entry && IsEntry(name) && !(skipDepth > 0 && ClosesLater(ref scanner)))
        {
            StartEntry(ref scanner, name, vocabulary, marks, baseUrl);
        }
        else if (skipDepth > 0)
        {
            Push(name, marks, baseUrl, Field.None);
        }
        else if (field == Field.Root)
        {
            StartRoot(ref scanner, name, vocabulary, marks, baseUrl);
        }
        else if (field == Field.Skip && format is not null)
        {
            Push(name, marks, baseUrl, Field.Skip);
            skipDepth = depth;
        }
        else if (field is Field.None or Field.Entry || format is null)
        {
            Push(name, marks, baseUrl, Field.None);
        }
        else
        {
            StartField(ref scanner, name, vocabulary, field, rank, marks, baseUrl);
        }

        if (scanner.SelfClosing || (text.Active && FieldText.IsVoid(name) && depth > text.Depth))
        {
            Pop();
        }
    }

    /// <summary>A field that was not closed ends where something begins that cannot stand in it.</summary>
    private bool Interrupts(Field field, Vocabulary vocabulary, XmlName name)
    {
        var outside = field switch
        {
            Field.Entry => vocabulary is Vocabulary.Own or Vocabulary.Atom && !(text.Field == Field.Content && text.Inline) && IsEntry(name),
            Field.None or Field.Skip or Field.Root => false,
            _ => vocabulary is not (Vocabulary.Xhtml or Vocabulary.Media) && text.IsLine && text.Field != Field.Author
                && name.Local is not ("title" or "body" or "summary" or "abstract" or "content" or "date" or "author"),
        };
        if (!outside)
        {
            return false;
        }

        problems.Add($"<{open[text.Depth - 1].Name.Local}> is not closed", text.Start);
        while (text.Active)
        {
            Pop();
        }

        return true;
    }

    /// <summary>"url" is an entry of a sitemap, and the address of a picture everywhere else.</summary>
    private bool IsEntry(XmlName name) => name.Local != "url" || format is "news-sitemap";

    /// <summary>An entry inside something that is passed over is part of it, where that something is closed further on.</summary>
    private bool ClosesLater(ref XmlScanner scanner)
    {
        var name = open[skipDepth - 1].Name;
        if (name.LastEnd < 0)
        {
            if (++lookups > MaxLookups)
            {
                return false;
            }

            name.LastEnd = scanner.LastEndTag(name.Local);
        }

        return scanner.Start < name.LastEnd;
    }

    private void StartEntry(ref XmlScanner scanner, XmlName name, Vocabulary vocabulary, int marks, Uri? baseUrl)
    {
        if (entry is not null)
        {
            problems.Add($"<{name.Local}> begins before the last one ends", scanner.Start);
            while (depth >= entryDepth)
            {
                Pop();
            }
        }

        skipDepth = 0;
        if (format is null)
        {
            format = name.Local == "entry" ? AtomFormat(ref scanner, vocabulary) : "rss-2.0";
        }

        if (entries.Count >= bounds.MaxEntries)
        {
            problems.Add($"only the first {bounds.MaxEntries} entries are read", scanner.Start);
            full = true;
            return;
        }

        entry = new Draft();
        Push(name, marks, baseUrl, Field.Entry);
        entryDepth = depth;
        ReadOwnAttributes(ref scanner, entry, baseUrl);
    }

    /// <summary>RDF names an item by an attribute; CDF, the oldest format, says link and time so.</summary>
    private void ReadOwnAttributes(ref XmlScanner scanner, Draft target, Uri? baseUrl)
    {
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var name = LocalName(scanner.AttributeName(i));
            if (name.SequenceEqual("about"u8) && entry is not null)
            {
                var about = XmlEntities.Decode(scanner.AttributeValue(i)).Trim();
                target.Set(Field.Id, 5, about);
                SetLink(target, 7, about, baseUrl, onlyWeb: true);
            }
            else if (Ascii.EqualsIgnoreCase(name, "href"u8))
            {
                SetLink(target, 6, XmlEntities.Decode(scanner.AttributeValue(i)), baseUrl);
            }
            else if (Ascii.EqualsIgnoreCase(name, "lastmod"u8))
            {
                target.SetDate(Field.Updated, 6, XmlEntities.Decode(scanner.AttributeValue(i)));
            }
        }
    }

    private void StartRoot(ref XmlScanner scanner, XmlName name, Vocabulary vocabulary, int marks, Uri? baseUrl)
    {
        if (format is null)
        {
            format = FormatOf(ref scanner, name, vocabulary);
            namespaces.Own(name.Prefix);
        }
        else if (rootClosed)
        {
            problems.Add("another document follows the first", scanner.Start);
            rootClosed = false;
            before ??= [.. entries.Select(Identity)];
        }

        if (entry is not null)
        {
            while (depth >= entryDepth)
            {
                Pop();
            }
        }

        Push(name, marks, baseUrl, Field.Root);
        ReadOwnAttributes(ref scanner, feed, baseUrl);
    }

    private void StartField(ref XmlScanner scanner, XmlName name, Vocabulary vocabulary, Field field, int rank, int marks, Uri? baseUrl)
    {
        var target = entry ?? feed;
        Push(name, marks, baseUrl, field);
        var attributes = new FieldAttributes();
        attributes.Read(ref scanner);
        if (field == Field.Link)
        {
            var isAtom = vocabulary == Vocabulary.Atom || format!.StartsWith("atom", StringComparison.Ordinal);
            if (attributes.Href is { } href)
            {
                if (attributes.LinkRank(isAtom) is { } linkRank)
                {
                    SetLink(target, linkRank, href, baseUrl);
                }

                return;
            }
        }
        else if (field == Field.Category && (attributes.Label ?? attributes.Term) is { } category)
        {
            target.AddCategory(HtmlText.Line(category));
            return;
        }

        var escaped = vocabulary is not (Vocabulary.Xhtml or Vocabulary.Atom) && !(vocabulary == Vocabulary.Own && format!.StartsWith("atom", StringComparison.Ordinal));
        text.Begin(field, rank, depth, scanner.Start, attributes.ModeOf(escaped, vocabulary == Vocabulary.Xhtml), attributes.IsPermaLink);
    }

    private void End(XmlName name, int offset)
    {
        if (overflow > 0)
        {
            overflow--;
            return;
        }

        var at = depth - 1;
        while (at >= 0 && !ReferenceEquals(open[at].Name, name))
        {
            at--;
        }

        if (at < 0 && depth > 0 && (open[depth - 1].Name.Local == name.Local || (text.Active && text.Depth == depth && !HtmlNames.IsInline(name.Local))))
        {
            at = depth - 1;
        }

        if (at < 0)
        {
            problems.Add($"</{Short(name.Local)}> closes nothing", offset);
            return;
        }

        // HTML in a field closes nothing outside it, unless the field itself was left open.
        if (text.Active && at < text.Depth - 1 && HtmlNames.IsInline(name.Local))
        {
            return;
        }

        if (at < depth - 1 && !text.Active)
        {
            problems.Add($"<{Short(open[depth - 1].Name.Local)}> is not closed", offset);
        }

        while (depth > at)
        {
            Pop();
        }
    }

    private void Push(XmlName name, int marks, Uri? baseUrl, Field field) => open[depth++] = new OpenElement(name, marks, baseUrl, field);

    private void Pop()
    {
        var element = open[--depth];
        if (text.Active)
        {
            if (text.Depth == depth + 1)
            {
                EndField(element.Base);
            }
            else
            {
                text.CloseTag(element.Name);
            }
        }

        if (skipDepth > depth)
        {
            skipDepth = 0;
        }

        if (element.Field == Field.Entry)
        {
            EndEntry();
        }

        rootClosed |= element.Field == Field.Root && depth == 0;
        namespaces.BackTo(element.Namespaces);
    }

    private void EndEntry()
    {
        if (entry is not null)
        {
            var read = entry.ToEntry(feed.Author);
            entry = null;
            if (before?.Contains(Identity(read)) != true)
            {
                entries.Add(read);
            }
        }
    }

    private void EndField(Uri? baseUrl)
    {
        var target = entry ?? feed;
        text.End();
        var (field, rank) = (text.Field, text.Rank);
        var value = text.Value;
        switch (field)
        {
            case Field.Summary or Field.Content:
                if (entry is not null && target.Wants(field, rank) && !value.IsWhiteSpace())
                {
                    target.Set(field, rank, HtmlSanitizer.Sanitize(value, new LinkBase(text.Base(baseUrl) ?? SiteBase()), output));
                }

                break;
            case Field.Title or Field.Outlet:
                target.Set(field, rank, HtmlText.Line(value));
                break;
            case Field.Id:
                target.Set(field, rank, value.Trim().ToString());
                if (text.IsPermaLink)
                {
                    SetLink(target, 6, value.Trim().ToString(), baseUrl, onlyWeb: true);
                }

                break;
            case Field.Link:
                SetLink(target, rank, value.ToString(), baseUrl);
                break;
            case Field.Published or Field.Updated:
                if (!target.SetDate(field, rank, value))
                {
                    problems.Add($"\"{Short(value.Trim().ToString())}\" is no date", text.Start);
                }

                break;
            case Field.Author:
                target.AddAuthor(rank, text.Person());
                break;
            case Field.Category:
                target.AddCategory(HtmlText.Line(value));
                break;
            case Field.Keywords:
                foreach (var range in value.Split(','))
                {
                    target.AddCategory(HtmlText.Line(value[range]));
                }

                break;
            default:
                break;
        }
    }

    private void SetLink(Draft target, int rank, string address, Uri? baseUrl, bool onlyWeb = false)
    {
        address = LinkBase.Clean(address);
        if (address.Length == 0 || !target.Wants(Field.Link, rank))
        {
            return;
        }

        var scheme = LinkBase.SchemeOf(address);
        if (scheme.Length > 0)
        {
            if (!onlyWeb || scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                target.Set(Field.Link, rank, address);
            }

            return;
        }

        if (!onlyWeb || entry is null)
        {
            target.Set(Field.Link, rank, new LinkBase(baseUrl ?? SiteBase()).Link(address));
        }
    }

    private Uri? SiteBase() => url ?? (Uri.TryCreate(feed[Field.Link], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null);

    /// <summary>Takes the namespaces and the base that a start tag declares.</summary>
    private Uri? ReadScope(ref XmlScanner scanner)
    {
        var baseUrl = depth > 0 ? open[depth - 1].Base : url;
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var name = scanner.AttributeName(i);
            if (name.StartsWith("xmlns"u8))
            {
                if (name.Length == 5 || name[5] == ':')
                {
                    namespaces.Declare(
                        name.Length == 5 ? "" : Encoding.UTF8.GetString(name[6..]).ToLowerInvariant(),
                        XmlEntities.Decode(scanner.AttributeValue(i)[..Math.Min(scanner.AttributeValue(i).Length, 256)]));
                }
            }
            else if (name.SequenceEqual("xml:base"u8) && scanner.AttributeValue(i).Length <= MaxBase)
            {
                var address = XmlEntities.Decode(scanner.AttributeValue(i)).Trim();
                var absolute = baseUrl is null ? Uri.TryCreate(address, UriKind.Absolute, out var found) : Uri.TryCreate(baseUrl, address, out found);
                baseUrl = absolute && found!.Scheme is "http" or "https" && found.OriginalString.Length <= MaxBase ? found : baseUrl;
            }
        }

        return baseUrl;
    }

    private static (string? Id, string? Link, string? Title) Identity(Entry entry) => (entry.Id, entry.Link, entry.Title);

    private static string FormatOf(ref XmlScanner scanner, XmlName name, Vocabulary vocabulary)
    {
        var version = "";
        bool oldest = false, later = false;
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            version = scanner.AttributeName(i).SequenceEqual("version"u8) ? Encoding.UTF8.GetString(scanner.AttributeValue(i)).Trim() : version;
            later |= scanner.AttributeValue(i).IndexOf("purl.org/net/rss1.1"u8) >= 0;
            oldest |= scanner.AttributeValue(i).IndexOf("rdf/simple/0.9"u8) >= 0;
        }

        return name.Local switch
        {
            "feed" => AtomFormat(ref scanner, vocabulary),
            "rdf" => oldest ? "rss-0.90" : "rss-1.0",
            "urlset" => "news-sitemap",
            "channel" when later => "rss-1.0",
            _ => version switch
            {
                "0.90" or "0.9" => "rss-0.90",
                "0.91" => "rss-0.91",
                "0.92" or "0.93" or "0.94" => "rss-0.92",
                "1.0" or "1.1" => "rss-1.0",
                _ => "rss-2.0",
            },
        };
    }

    private static string AtomFormat(ref XmlScanner scanner, Vocabulary vocabulary)
    {
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var old = scanner.AttributeValue(i).IndexOf("purl.org/atom"u8) >= 0
                || (scanner.AttributeName(i).SequenceEqual("version"u8) && scanner.AttributeValue(i).StartsWith("0."u8));
            if (old)
            {
                return "atom-0.3";
            }
        }

        return "atom-1.0";
    }

    private static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> name) => name[(name.LastIndexOf((byte)':') + 1)..];

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    private readonly record struct OpenElement(XmlName Name, int Namespaces, Uri? Base, Field Field);
}
