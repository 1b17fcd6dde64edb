using System.Text;
using Monitor.Core.Articles;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>
/// Any feed in XML to one shape, in one pass: a stack of open elements, and at most one field being read at a time. What is not
/// closed is closed by what must come after it; end tags that close nothing are passed over; a second document after the first
/// is read on into the same feed.
/// </summary>
internal sealed class XmlFeedReader
{
    /// <summary>Searches of the whole document for an end tag.</summary>
    private const int MaxLookups = 16;

    private readonly FeedBounds bounds;
    private readonly ProblemLog problems;
    private readonly ElementStack open;
    private readonly Draft feed = new();
    private readonly Draft spare = new();
    private readonly List<Entry> entries = [];
    private readonly FieldText text = new();
    private readonly FieldWriter fields;
    private Draft? entry;
    private int entryDepth;
    private int skipDepth;

    /// <summary>Elements that began beyond the stack's depth and have not ended.</summary>
    private int tooDeep;
    private int lookups;
    private string? format;
    private bool rootClosed;
    private bool full;

    /// <summary>The entries of the first document where a second follows: the same document twice is one.</summary>
    private HashSet<(string?, string?, string?)>? before;

    public XmlFeedReader(FeedBounds bounds, Uri? url, ProblemLog problems)
    {
        (this.bounds, this.problems, open) = (bounds, problems, new(url));
        fields = new(feed, text, problems);
    }

    /// <summary>The name of the document's first element; null where it has none.</summary>
    public string? Root { get; private set; }

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
                    End(open.NameOf(scanner.Name), scanner.Start);
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

        if (open.Depth > 0 && !full)
        {
            problems.Add("the document ends before it is closed", document.Length);
        }

        PopTo(0);
        feed.SignEntries(entries);
        return new Feed(format, feed[Field.Title] ?? feed[Field.Outlet] ?? feed[Field.Link], feed[Field.Link], entries, []);
    }

    private void Start(ref XmlScanner scanner)
    {
        if (open.IsFull && !ClimbsOut(open.NameOf(scanner.Name), "item", "entry"))
        {
            tooDeep += scanner.SelfClosing ? 0 : 1;
            return;
        }

        var element = open.Enter(ref scanner);
        Root ??= Short(element.Name.Local);
        var (field, rank) = format is not null || element.Vocabulary != Vocabulary.Other ? Fields.Of(element.Vocabulary, element.Name.Local)
            : element.Name.Local is "rss" or "rdf" or "feed" ? (Field.Root, 0) : (Field.None, 0);
        if (text.Active && !Interrupts(field, element))
        {
            text.OpenTag(element.Name, ref scanner, element.Base);
            open.Push(element);
        }
        else if (field == Field.Entry && IsEntry(element.Name) && !(skipDepth > 0 && ClosesLater(ref scanner)))
        {
            StartEntry(ref scanner, element);
        }
        else if (field == Field.Author && IsOfSource())
        {
            StartField(ref scanner, element with { Field = field }, Fields.OfSource);
        }
        else if (skipDepth > 0)
        {
            open.Push(element);
        }
        else if (field == Field.Root)
        {
            StartRoot(ref scanner, element);
        }
        else if (field is Field.None or Field.Entry || format is null)
        {
            open.Push(element);
        }
        else if (field == Field.Skip)
        {
            open.Push(element);
            skipDepth = open.Depth;
        }
        else
        {
            StartField(ref scanner, element with { Field = field }, rank);
        }

        if (scanner.SelfClosing || (text.Active && FieldText.IsVoid(element.Name) && open.Depth > text.Depth))
        {
            Pop();
        }
    }

    /// <summary>A field that was not closed ends where something begins that cannot stand in it.</summary>
    private bool Interrupts(Field field, OpenElement element)
    {
        var outside = field switch
        {
            Field.Entry => element.Vocabulary is Vocabulary.Own or Vocabulary.Atom && !(text.Field == Field.Content && text.Inline) && IsEntry(element.Name),
            Field.None or Field.Skip or Field.Root => false,
            _ => element.Vocabulary is not (Vocabulary.Xhtml or Vocabulary.Media) && text.IsLine && text.Field != Field.Author
                && element.Name.Local is not ("title" or "body" or "summary" or "abstract" or "content" or "date" or "author"),
        };
        if (outside)
        {
            problems.Add($"<{open[text.Depth - 1].Name.Local}> is not closed", text.Start);
            PopTo(text.Depth - 1);
        }

        return outside;
    }

    /// <summary>An Atom entry without an author has that of the feed it was taken from (RFC 4287, 4.2.1).</summary>
    private bool IsOfSource() =>
        skipDepth > 0 && skipDepth == open.Depth && entry is not null && open[skipDepth - 1].Name.Local == "source" && FeedFormat.IsAtom(format!);

    /// <summary>"url" is an entry of a sitemap, and the address of a picture everywhere else.</summary>
    private bool IsEntry(XmlName name) => name.Local != "url" || format == FeedFormat.Sitemap;

    /// <summary>Whether a name is the one that ends an entry which is too deep to be anything but broken; then the entry ends.</summary>
    private bool ClimbsOut(XmlName name, params ReadOnlySpan<string> ways)
    {
        if (entry is null || !ways.Contains(name.Local))
        {
            return false;
        }

        tooDeep = 0;
        PopTo(entryDepth);
        return true;
    }

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

    private void StartEntry(ref XmlScanner scanner, OpenElement element)
    {
        if (entry is not null)
        {
            problems.Add($"<{element.Name.Local}> begins before the last one ends", scanner.Start);
            PopTo(entryDepth - 1);
        }

        skipDepth = 0;
        format ??= FeedFormat.Of(ref scanner, element.Name.Local);
        if (entries.Count >= bounds.MaxEntries)
        {
            problems.Add($"only the first {bounds.MaxEntries} entries are read", scanner.Start);
            full = true;
        }

        entry = spare;
        entry.Clear();
        open.Push(element with { Field = Field.Entry });
        entryDepth = open.Depth;
        ReadOwnAttributes(ref scanner, entry, element.Base);
    }

    private void StartRoot(ref XmlScanner scanner, OpenElement element)
    {
        if (format is null)
        {
            format = FeedFormat.Of(ref scanner, element.Name.Local);
            open.Own(element.Name.Prefix);
        }
        else if (rootClosed)
        {
            problems.Add("another document follows the first", scanner.Start);
            rootClosed = false;
            before ??= [.. entries.Select(Identity)];
        }

        if (entry is not null)
        {
            PopTo(entryDepth - 1);
        }

        open.Push(element with { Field = Field.Root });
        ReadOwnAttributes(ref scanner, feed, element.Base);
    }

    /// <summary>RDF names an item by an attribute; CDF, the oldest format, says link and time so.</summary>
    private void ReadOwnAttributes(ref XmlScanner scanner, Draft target, Uri? around)
    {
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var name = scanner.AttributeName(i);
            name = name[(name.LastIndexOf((byte)':') + 1)..];
            if (name.SequenceEqual("about"u8) && entry is not null)
            {
                var about = XmlEntities.Decode(scanner.AttributeValue(i)).Trim();
                target.Set(Field.Id, 5, about);
                fields.SetWebLink(target, 7, about, around);
            }
            else if (Ascii.EqualsIgnoreCase(name, "href"u8))
            {
                target.SetLink(6, XmlEntities.Decode(scanner.AttributeValue(i)), fields.Links(around));
            }
            else if (Ascii.EqualsIgnoreCase(name, "lastmod"u8))
            {
                target.SetDate(Field.Updated, 6, XmlEntities.Decode(scanner.AttributeValue(i)));
            }
        }
    }

    private void StartField(ref XmlScanner scanner, OpenElement element, int rank)
    {
        var target = entry ?? feed;
        open.Push(element);
        var attributes = new FieldAttributes();
        attributes.Read(ref scanner);
        var isAtom = element.Vocabulary == Vocabulary.Atom || (element.Vocabulary == Vocabulary.Own && FeedFormat.IsAtom(format!));
        if (element.Field == Field.Link && attributes.Href is { } href)
        {
            if (attributes.LinkRank(isAtom) is { } linkRank)
            {
                target.SetLink(linkRank, href, fields.Links(element.Base));
            }
        }
        else if (element.Field == Field.Content && attributes.HasParts)
        {
            return;
        }
        else if (element.Field == Field.Category && (attributes.Label ?? attributes.Term) is { } category)
        {
            target.AddCategory(HtmlText.Line(category));
        }
        else
        {
            if (element.Field == Field.Content && attributes.Source is { } source)
            {
                target.SetLink(8, source, fields.Links(element.Base));
            }

            var isMarkup = element.Vocabulary == Vocabulary.Xhtml;
            text.Begin(element.Field, rank, open.Depth, scanner.Start, attributes.ModeOf(!isAtom && !isMarkup, isMarkup), attributes.IsPermaLink);
        }
    }

    private void End(XmlName name, int offset)
    {
        if (tooDeep > 0 && !ClimbsOut(name, "item", "entry", "channel", "feed", "rss", "rdf"))
        {
            tooDeep--;
            return;
        }

        var at = open.Find(name);
        if (at < 0 && open.Depth > 0)
        {
            // A slip of the pen in an end tag, or a prefix forgotten.
            var top = open[open.Depth - 1];
            at = top.Name.Local == name.Local || (text.Active && text.Depth == open.Depth && !HtmlNames.IsInline(name.Local)) ? open.Depth - 1 : -1;
        }

        if (at < 0)
        {
            problems.Add($"</{Short(name.Local)}> closes nothing", offset);
            return;
        }

        // HTML in a field closes nothing outside it.
        if (text.Active && at < text.Depth - 1 && HtmlNames.IsInline(name.Local))
        {
            return;
        }

        if (at < open.Depth - 1 && !text.Active)
        {
            problems.Add($"<{Short(open[open.Depth - 1].Name.Local)}> is not closed", offset);
        }

        PopTo(at);
    }

    private void PopTo(int depth)
    {
        while (open.Depth > depth)
        {
            Pop();
        }
    }

    private void Pop()
    {
        var element = open.Pop();
        if (text.Active)
        {
            if (text.Depth == open.Depth + 1)
            {
                fields.Write(entry, element.Base);
            }
            else
            {
                text.CloseTag(element.Name);
            }
        }

        skipDepth = skipDepth > open.Depth ? 0 : skipDepth;
        rootClosed |= element.Field == Field.Root && open.Depth == 0;
        if (element.Field == Field.Entry)
        {
            EndEntry();
        }
    }

    private void EndEntry()
    {
        var read = entry!.ToEntry();
        entry = null;
        if (!full && before?.Contains(Identity(read)) != true)
        {
            entries.Add(read);
        }
    }

    private static (string? Id, string? Link, string? Title) Identity(Entry entry) => (entry.Id, entry.Link, entry.Title);

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
