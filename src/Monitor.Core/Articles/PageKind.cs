namespace Monitor.Core.Articles;

/// <summary>What sort of page this is, and whether its text is the whole article. The first that fits, in this order.</summary>
internal static class PageKind
{
    private const int ShortText = 600;
    private const int TeaserText = 1800;

    public static (ArticleKind Kind, bool Partial) Of(PageTree tree, MainContent main, PageMetadata metadata, StructuredData data, IReadOnlyList<string> paragraphs, Uri? url)
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
            return length < TeaserText && !(structured?.Body?.Length > length * 1.2 && length > ShortText) ? (ArticleKind.PaywalledTeaser, true) : (ArticleKind.Article, false);
        }

        if (length < ShortText && (type.StartsWith("video", StringComparison.OrdinalIgnoreCase) || (data.Types.Contains("VideoObject") && structured is null) || HasSegment(path, "video", "videos", "watch")))
        {
            return (ArticleKind.Video, false);
        }

        if (length < ShortText * 2 && (data.Types.Contains("ImageGallery") || data.Types.Contains("MediaGallery") || HasSegment(path, "gallery", "galleries", "photos", "pictures", "photo-gallery", "picture-gallery")))
        {
            return (ArticleKind.Gallery, false);
        }

        if (structured is null && (data.Types.Contains("CollectionPage") || data.Types.Contains("ItemList") || path is "/" || IsLinkHeavy(tree, length)) && !type.Equals("article", StringComparison.OrdinalIgnoreCase))
        {
            return (ArticleKind.IndexPage, false);
        }

        if (length < TeaserText && HasWall(tree, main))
        {
            return (ArticleKind.PaywalledTeaser, true);
        }

        return (ArticleKind.Article, metadata.First("link:next") is { } next && IsNextPage(next, path));
    }

    private static bool IsLivePath(string path) => HasSegment(path, "live", "liveblog", "live-blog", "live-updates", "live-news") && path.Count(c => c == '/') > 1;

    private static bool IsLocked(PageMetadata metadata) =>
        metadata.First("article:content_tier", "og:article:content_tier", "content_tier", "article:opinion_tier") is { } tier && (tier.Contains("locked", StringComparison.OrdinalIgnoreCase) || tier.Contains("premium", StringComparison.OrdinalIgnoreCase) || tier.Contains("paid", StringComparison.OrdinalIgnoreCase));

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
                && node.Names.Names.Any(w => w.Any(x => x is "paywall" or "regwall" or "piano" or "barrier" or "meteringwall" or "premium")) && main.Prose(node) < 1500)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLinkHeavy(PageTree tree, int length)
    {
        var headings = tree.Blocks.Count(b => b.Kind == BlockKind.Heading && b.LinkDensity > 0.8);
        return headings >= 12 && length < headings * 120;
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
