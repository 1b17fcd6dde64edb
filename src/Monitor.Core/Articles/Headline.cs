using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// The headline. What the reader of the page sees counts most: the heading that the metadata agree with, then the only
/// h1 above the text; then JSON-LD, Open Graph and the title element without the outlet's name.
/// </summary>
internal static class Headline
{
    private const int Longest = 400;
    private static readonly string[] Separators = [" | ", " – ", " - ", " — ", " :: ", " » ", " « ", " · ", " • ", " : "];

    private static readonly FrozenSet<string> Kickers = FrozenSet.ToFrozenSet(
        ["kicker", "topline", "overline", "dachzeile", "spitzmarke", "roofline", "eyebrow", "rubric", "rubrik", "label", "pretitle", "supertitle",
            "antetitulo", "volanta", "badge", "flag", "prefix"]);

    public static string? Of(PageTree tree, MainContent main, PageMetadata metadata, StructuredArticle? structured, string? documentTitle, string? siteName)
    {
        string?[] claimed = [OneLine.Of(structured?.Headline), OneLine.Of(metadata.First("og:title", "twitter:title", "dc.title", "parsely-title",
            "sailthru.title")), OneLine.Of(documentTitle)];
        var wordings = claimed.Select(Wording.Of).Where(w => w.Length > 0).ToArray();
        var site = Wording.Of(siteName);

        var end = main.Root is null ? int.MaxValue : FirstProseNode(tree, main.Root);
        var headings = Headings(tree, site);
        var above = headings.Where(heading => heading.Node.Index < end).Select(heading => heading.Wording).ToList();
        var parts = claimed.Select(claim => ClaimParts.Of(claim?.Split(Separators, ClaimParts.Most, StringSplitOptions.RemoveEmptyEntries), above)).OfType<ClaimParts>().ToArray();
        string? only = null;
        string? agreed = null;
        var agreement = 0;
        foreach (var (text, wording, node) in headings)
        {
            if (node.Tag == "h1" && (only is null || node.Index <= end) && !LooksLikeOutlet(wording, wordings))
            {
                only = text;
            }

            if (parts.Any(p => p.HasBesideALonger(wording)) && LeadsHome(node.Element))
            {
                continue;
            }

            var agrees = parts.Count(p => p.HasAsMain(wording)) * (node.Tag == "h1" || node.Index < end ? 3 : 0);
            foreach (var claim in wordings)
            {
                agrees += claim == wording ? 4 : !Agree(wording, claim) ? 0 : node.Tag == "h1" ? 2 : node.Index < end ? 1 : 0;
            }

            if (agrees > 0 && node.Tag == "h1")
            {
                agrees += 4;
            }

            if (agrees > agreement)
            {
                (agreed, agreement) = (text, agrees);
            }
        }

        return Narrowed(agreement > 3 ? agreed : only ?? agreed, claimed) ?? claimed[0] ?? WithoutOutlet(claimed[1], site) ?? WithoutOutlet(claimed[2], site);
    }

    private static List<(string Text, string Wording, PageNode Node)> Headings(PageTree tree, string site)
    {
        var headings = new List<(string, string, PageNode)>();
        foreach (var node in tree.Nodes)
        {
            if (node.Tag is "h1" or "h2" or "h3" && !Boilerplate.IsUnseen(node.Element) && OneLine.Of(TextOf(node.Element)) is { Length: <= Longest } text
                && Wording.Of(text) is { Length: >= 3 } wording && wording != site)
            {
                headings.Add((text, wording, node));
            }
        }

        return headings;
    }

    // An outlet's name over every page of it is a link to its front page.
    private static bool LeadsHome(IElement heading)
    {
        if ((heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") is not { } address)
        {
            return false;
        }

        var host = address.IndexOf("//", StringComparison.Ordinal);
        var path = address.AsSpan(host < 0 ? 0 : host + 2).Trim().TrimEnd('/');
        return host < 0 ? path is "" or "." or ".." || path.StartsWith("index.") : path.IndexOf('/') < 0;
    }

    // Where the heading is a claim with more before it (a section, a kicker) or after it (the outlet), the claim is the headline.
    private static string? Narrowed(string? heading, string?[] claimed)
    {
        if (heading is null)
        {
            return null;
        }

        var wording = Wording.Of(heading);
        var same = claimed.Where(c => Wording.Of(c) == wording).ToList();
        foreach (var claim in claimed)
        {
            var part = Wording.Of(claim);
            if (part.Length >= 15 && part.Length < wording.Length && !claim!.EndsWith("...", StringComparison.Ordinal) && !claim.EndsWith('…')
                && ((part.Length * 3 > wording.Length && wording.EndsWith(part, StringComparison.Ordinal))
                    || (part.Length * 4 > wording.Length * 3 && wording.StartsWith(part, StringComparison.Ordinal)))
                && claimed.Count(c => Wording.Of(c).StartsWith(part, StringComparison.Ordinal)) >= same.Count)
            {
                return claim;
            }
        }

        return same.Count > 0 ? same[0] : heading;
    }

    // "Four Years Remaining" over every page of "Four Years Remaining » Archive » A post".
    private static bool LooksLikeOutlet(string heading, string[] claims) =>
        claims.Any(c => c.Length > heading.Length + 8 && c.StartsWith(heading, StringComparison.Ordinal))
            || claims.Any(c => c.Length > heading.Length + 8 && c.EndsWith(heading, StringComparison.Ordinal));

    /// <summary>The title without a last (or first) part that is the outlet's name.</summary>
    public static string? WithoutOutlet(string? title, string site)
    {
        if (title is null)
        {
            return null;
        }

        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var (head, tail) = (title[..at], title[(at + separator.Length)..]);
            if (site.Length > 0 && Wording.Of(tail) is var wording && (wording == site || Wording.Begin(wording, site, 4)))
            {
                return head.Trim();
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (site.Length > 0 && Wording.Of(title[..first]) == site)
            {
                return title[(first + separator.Length)..].Trim();
            }

            // Without a known name: an outlet's name is shorter than a headline.
            if (separator is " | " or " - " or " – " or " — " or " :: " && tail.Length < 40 && head.Length >= 20 && head.Count(c => c == ' ') >= 2)
            {
                return head.Trim();
            }
        }

        return title;
    }

    private static bool Agree(string heading, string claim) =>
        heading == claim
        || (heading.Length >= 10 && claim.Contains(heading, StringComparison.Ordinal) && heading.Length * 3 >= claim.Length)
        || (claim.Length >= 15 && heading.Contains(claim, StringComparison.Ordinal) && claim.Length * 2 >= heading.Length)
        || (heading.Length >= 12 && claim.StartsWith(heading, StringComparison.Ordinal));

    private static int FirstProseNode(PageTree tree, PageNode root)
    {
        for (var i = root.FirstBlock; i < root.EndBlock; i++)
        {
            if (tree.Blocks[i].IsProse)
            {
                return tree.Blocks[i].Node;
            }
        }

        return root.End;
    }

    // A line above the headline that stands inside its element is not part of it.
    private static string TextOf(IElement heading)
    {
        if (heading.ChildElementCount == 0)
        {
            return heading.TextContent;
        }

        var text = new System.Text.StringBuilder();
        foreach (var child in heading.ChildNodes)
        {
            if (child is IElement element)
            {
                if (PageNode.IsOpaque(element.LocalName) || Boilerplate.IsUnseen(element) || IsKicker(element))
                {
                    continue;
                }

                text.Append(element.LocalName == "br" || PageNode.IsBlock(element.LocalName) ? " " : "").Append(element.TextContent);
            }
            else if (child is IText run)
            {
                text.Append(run.Data);
            }
        }

        return text.ToString() is var seen && !string.IsNullOrWhiteSpace(seen) ? seen : heading.TextContent;
    }

    private static bool IsKicker(IElement element)
    {
        foreach (var name in NodeNames.Of(element).Names)
        {
            foreach (var word in name)
            {
                if (Kickers.Contains(word))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
