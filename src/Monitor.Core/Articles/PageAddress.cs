using Monitor.Core.Addresses;

namespace Monitor.Core.Articles;

/// <summary>The article's canonical address: what the page says of itself, then where it was fetched from.</summary>
internal static class PageAddress
{
    public static string? Of(PageMetadata metadata, StructuredArticle? structured, Uri? url)
    {
        foreach (var claim in (string?[])[metadata.First("link:canonical"), metadata.First("og:url"), structured?.Url])
        {
            if (claim is not null && Address(claim, url) is { } address && !IsFrontPage(address, url)
                && CanonicalUrl.TryCreate(address.AbsoluteUri) is { } canonical)
            {
                return canonical.Value;
            }
        }

        return CanonicalUrl.TryCreate(url?.AbsoluteUri)?.Value;
    }

    private static Uri? Address(string claim, Uri? page) =>
        Uri.TryCreate(claim, UriKind.Absolute, out var address) && IsWeb(address) ? address
        : page is not null && Uri.TryCreate(page, claim, out var relative) && IsWeb(relative) ? relative
        : null;

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https";

    // Some systems name the front page as the canonical address of every page.
    private static bool IsFrontPage(Uri address, Uri? page) => address.AbsolutePath == "/" && page is { AbsolutePath.Length: > 1 };
}
