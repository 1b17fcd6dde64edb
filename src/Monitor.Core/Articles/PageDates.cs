using NodaTime;

namespace Monitor.Core.Articles;

/// <summary>
/// When the article was published and last changed. The first source that names a day is believed; another that names
/// the same day more exactly (a time, an offset) completes it; what is still open is read in the outlet's zone.
/// </summary>
internal static class PageDates
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "itemprop:datePublished", "datePublished", "parsely-pub-date", "sailthru.date",
        "cXenseParse:recs:publishtime", "article.published", "dc.date.issued", "dcterms.date", "dcterms.created",
        "dc.date", "dc.date.created", "publish-date", "publish_date", "publishdate", "published-date", "pubdate", "pub_date", "article:published",
        "article_date_original", "date", "itemprop:dateCreated", "og:pubdate", "og:published_time", "rnews:datepublished", "created",
        "citation_publication_date", "last-modified",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:article:modified_time", "itemprop:dateModified", "dateModified", "og:updated_time", "article:updated_time",
            "article.updated", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revised", "updated_time"];

    public static (DateTimeOffset? Published, DateTimeOffset? Modified) Of(PageTree tree, MainContent main, PageMetadata metadata,
        StructuredArticle? structured, Uri? url, string? language)
    {
        var zone = OutletZone.Of(url, language);
        var monthFirst = zone.Id.StartsWith("America/New_York", StringComparison.Ordinal) || language is "en-US" or "en_US"
            || (language is null or "en" && zone == DateTimeZone.Utc);
        var seen = Seen(tree, main).ToArray();
        var published = Weighed(
            [structured?.Published, .. PublishedNames.Select(n => metadata.First(n)), .. seen.Where(s => !s.Modified).Select(s =>
                s.Text), InAddress(url), .. Lines(tree, main)], zone, monthFirst);
        var modified = Weighed([structured?.Modified, .. ModifiedNames.Select(n => metadata.First(n)), .. seen.Where(s => s.Modified).Select(s =>
            s.Text)], zone, monthFirst);
        return (published?.ToDateTimeOffset(), modified >= published ? modified?.ToDateTimeOffset() : null);
    }

    private static Instant? Weighed(IEnumerable<string?> sources, DateTimeZone zone, bool monthFirst)
    {
        WrittenTime? best = null;
        foreach (var source in sources)
        {
            if (WrittenTime.Parse(source, monthFirst) is not { } time)
            {
                continue;
            }

            if (best is not { } known)
            {
                best = time;
            }
            else if (!known.HasTime && time.HasTime && Period.DaysBetween(known.Local.Date, time.Local.Date) is >= -1 and <= 1)
            {
                best = time;
            }
            else if (known is { HasTime: true, Offset: null } && time.Offset is not null
                && known.Local.With(TimeAdjusters.TruncateToMinute) == time.Local.With(TimeAdjusters.TruncateToMinute))
            {
                best = time;
            }

            if (best is { HasTime: true, Offset: not null })
            {
                break;
            }
        }

        return best?.At(zone);
    }

    // Time elements, and whatever is marked as the date, above and in the text.
    private static IEnumerable<(string Text, bool Modified)> Seen(PageTree tree, MainContent main)
    {
        var end = main.Root?.End ?? tree.Nodes.Count;
        var found = 0;
        foreach (var node in tree.Nodes)
        {
            if (node.Index >= end || found >= 6)
            {
                yield break;
            }

            var prop = node.Element.GetAttribute("itemprop");
            if (node.Tag != "time" && prop is not ("datePublished" or "dateModified" or "dateCreated"))
            {
                continue;
            }

            if ((node.Element.GetAttribute("datetime") ?? node.Element.GetAttribute("content") ?? node.Element.TextContent) is { Length: > 5 and < 100 } text)
            {
                found++;
                yield return (text, prop == "dateModified" || node.Names.Names.Any(n => n.Any(w => w is "updated" or "modified")));
            }
        }
    }

    // A line that says only the date, near the top of the text.
    private static IEnumerable<string> Lines(PageTree tree, MainContent main)
    {
        var end = main.Root is { } root ? Math.Min(root.FirstBlock + 10, tree.Blocks.Count) : tree.Blocks.Count;
        for (var i = Math.Max(0, end - 40); i < end; i++)
        {
            if (tree.Blocks[i].Text is { Length: > 7 and < 120 } text && text.AsSpan().ContainsAnyInRange('0', '9')
                && (Dateline.IsOne(text) || tree.Blocks[i].Mass < 60))
            {
                yield return text;
            }
        }
    }

    // /2019/11/19/ or /2019-11-19- in the address.
    private static string? InAddress(Uri? url)
    {
        var path = url?.AbsolutePath;
        for (var i = 0; path is not null && i + 11 < path.Length; i++)
        {
            if (path[i] is '/' or '-' && path.AsSpan(i + 1, 2) is "19" or "20" && path[i + 5] is '/' or '-' && path[i + 8] == path[i + 5])
            {
                var date = path.Substring(i + 1, 10).Replace('/', '-');
                if (WrittenTime.Parse(date) is not null)
                {
                    return date;
                }
            }
        }

        return null;
    }
}
