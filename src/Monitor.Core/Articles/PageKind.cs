namespace Monitor.Core.Articles;

/// <summary>What sort of page this is, and whether its text is the whole article. The first that fits, in this order.</summary>
internal static class PageKind
{
    private const int ShortText = 600;
    private const int LockedText = 1200;
    private const int TeaserText = 1800;
    private const int MostHeadlines = 10;

    public static (ArticleKind Kind, bool Partial) Of(PageTree tree, MainContent main, PageMetadata metadata, StructuredData data,
        IReadOnlyList<string> paragraphs, Uri? url)
    {
        var length = paragraphs.Sum(p => p.Length);
        var structured = data.Article;
        var type = metadata.First("og:type") ?? "";
        var path = url?.AbsolutePath ?? "";

        if (data.Types.Contains("LiveBlogPosting") || IsLivePath(path))
        {
            return (ArticleKind.LiveBlog, HasMore(tree, metadata));
        }

        if (structured?.Free == false || IsLocked(metadata))
        {
            return length < LockedText || (length < TeaserText && HasWall(tree, main)) ? (ArticleKind.PaywalledTeaser, true) : (ArticleKind.Article, false);
        }

        if (length < ShortText
            && (type.StartsWith("video", StringComparison.OrdinalIgnoreCase) || (data.Types.Contains("VideoObject") && structured is null)
            || HasSegment(path, "video", "videos", "watch")))
        {
            return (ArticleKind.Video, false);
        }

        if (length < ShortText * 2
            && (data.Types.Contains("ImageGallery") || data.Types.Contains("MediaGallery")
            || HasSegment(path, "gallery", "galleries", "photos", "pictures", "photo-gallery", "picture-gallery")))
        {
            return (ArticleKind.Gallery, false);
        }

        if (structured is null && !type.Equals("article", StringComparison.OrdinalIgnoreCase)
            && (path is "/" || IsLinkHeavy(tree, main, length)
                || (length < ShortText && (data.Types.Contains("CollectionPage") || data.Types.Contains("ItemList")))))
        {
            return (ArticleKind.IndexPage, false);
        }

        if (length < TeaserText && HasWall(tree, main))
        {
            return (ArticleKind.PaywalledTeaser, true);
        }

        return (ArticleKind.Article, metadata.First("link:next") is { } next && IsNextPage(next, path));
    }

    private static bool IsLivePath(string path) => HasSegment(path, "live", "liveblog", "live-blog", "live-updates", "live-news")
        && path.Count(c => c == '/') > 1;

    private static bool IsLocked(PageMetadata metadata) =>
        metadata.First("article:content_tier", "og:article:content_tier", "content_tier", "article:opinion_tier") is { } tier
            && (tier.Contains("locked", StringComparison.OrdinalIgnoreCase) || tier.Contains("premium", StringComparison.OrdinalIgnoreCase)
            || tier.Contains("paid", StringComparison.OrdinalIgnoreCase));

    private static bool HasMore(PageTree tree, PageMetadata metadata) =>
        metadata.First("link:next") is not null
        || tree.Nodes.Any(n => n.Names.Names.Any(w => (w.Contains("load") || w.Contains("show")) && w.Contains("more")));

    // The text breaks off at a barrier.
    private static bool HasWall(PageTree tree, MainContent main)
    {
        var from = main.Root?.Index ?? 0;
        foreach (var node in tree.Nodes)
        {
            if (node.Index >= from && node.EndBlock > node.FirstBlock && node.Tag is "div" or "section" or "aside"
                && node.Names.Names.Any(w => w.Any(x => x is "paywall" or "regwall" or "piano" or "barrier" or "meteringwall" or "premium"))
                    && main.Prose(node) < 1500)
            {
                return true;
            }
        }

        return false;
    }

    // Headlines that lead elsewhere: all over a page that says little, or among the very paragraphs taken for the text.
    private static bool IsLinkHeavy(PageTree tree, MainContent main, int length)
    {
        var (everywhere, among, paragraphs) = (0, 0, 0);
        for (var i = 0; i < tree.Blocks.Count; i++)
        {
            var block = tree.Blocks[i];
            var leads = block.Kind == BlockKind.Heading && block.LinkDensity > 0.8;
            everywhere += leads ? 1 : 0;
            if (main.Root is { } root && i >= root.FirstBlock && i < root.EndBlock && !main.LeavesOut(block))
            {
                among += leads ? 1 : 0;
                paragraphs += block.IsProse ? 1 : 0;
            }
        }

        return (everywhere >= MostHeadlines && length < ShortText) || (among >= MostHeadlines && paragraphs <= among * 2);
    }

    private static bool IsNextPage(string next, string path) => path.Length > 1 && next.Contains(path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static bool HasSegment(string path, params ReadOnlySpan<string> names)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            foreach (var name in names)
            {
                if (path.AsSpan()[range].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
