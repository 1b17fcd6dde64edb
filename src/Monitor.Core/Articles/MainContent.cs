namespace Monitor.Core.Articles;

/// <summary>
/// The part of a page that is the article. Every block speaks for or against the elements around it: sentences for, link
/// lists against; the element with the greatest sum, weighed by what its names promise, is the article. What looks like
/// boilerplate has no voice, unless its prose shows that it is something else: long prose in what is short by nature, most
/// of the page's prose together with the headline, or nearly all of it.
/// </summary>
internal sealed class MainContent
{
    private const double MostOfThePage = 0.5;
    private const double NearlyAllOfThePage = 0.8;

    // In characters of running text outside links.
    private const double LongProse = 600;
    private const double NextToNothing = 100;
    private const double WorthASecondLook = 500;

    private readonly PageTree tree;
    private readonly bool byNames;
    private readonly bool withoutTeasers;
    private readonly double[] texts;
    private readonly double[] links;
    private readonly double[] prose;
    private readonly double[] voices;
    private readonly int[] headings;
    private readonly bool[] leftOut;

    private MainContent(PageTree tree, bool byNames, bool withoutTeasers)
    {
        this.tree = tree;
        this.byNames = byNames;
        this.withoutTeasers = withoutTeasers;
        texts = Sums(tree.Blocks, b => b.Text.Length);
        links = Sums(tree.Blocks, b => b.Linked);
        prose = Sums(tree.Blocks, b => b.IsProse ? b.Mass - b.Linked : 0);
        headings = new int[tree.Nodes.Count + 1];
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            headings[i + 1] = headings[i] + (tree.Nodes[i].Tag == "h1" ? 1 : 0);
        }

        leftOut = LeftOut();
        voices = Sums(tree.Blocks, b => leftOut[b.Node] ? 0 : Voice(b));
        Root = Best();
    }

    /// <summary>The element that holds the article; null for a page without elements.</summary>
    public PageNode? Root { get; }

    /// <summary>
    /// Where the names leave next to nothing of a page, tags and roles alone decide: its names mean something else. A page of
    /// which teasers are all is a list, and the list is its text.
    /// </summary>
    public static MainContent Of(PageTree tree)
    {
        var content = new MainContent(tree, byNames: true, withoutTeasers: true);
        var kept = content.Kept();
        return kept < NextToNothing && new MainContent(tree, byNames: false, withoutTeasers: kept > 0) is var other && other.Kept() >= WorthASecondLook
            ? other
            : content;
    }

    /// <summary>The block stands in something that only looks like part of the page's main matter.</summary>
    public bool LeavesOut(TextBlock block) => leftOut[block.Node];

    /// <summary>Share of the element's text that lies in links, 0 to 1.</summary>
    public double LinkDensity(PageNode node)
    {
        var text = Sum(texts, node);
        return text == 0 ? 0 : Sum(links, node) / text;
    }

    /// <summary>Mass of the element's running text.</summary>
    public double Prose(PageNode node) => Sum(prose, node);

    private static double Voice(TextBlock block) =>
        block.IsProse ? block.Mass - block.Linked
        : block.LinkDensity > 0.5 ? -Math.Min(block.Linked, 80)
        : -5;

    private static double[] Sums(IReadOnlyList<TextBlock> blocks, Func<TextBlock, double> value)
    {
        var sums = new double[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + value(blocks[i]);
        }

        return sums;
    }

    private bool[] LeftOut()
    {
        var found = withoutTeasers ? TeaserLists.Of(tree) : new bool[tree.Nodes.Count];
        foreach (var node in tree.Nodes)
        {
            found[node.Index] |= (node.Parent is { } parent && found[parent.Index]) || Boilerplate.Of(node, byNames) switch
            {
                Suspicion.None => false,
                Suspicion.Short => Prose(node) <= Math.Min(LongProse, MostOfThePage * prose[^1]),
                _ => !IsThePage(node),
            };
        }

        return found;
    }

    // Comments can outweigh an article, but they do not stand under its headline.
    private bool IsThePage(PageNode node) =>
        Prose(node) > (headings[node.End] > headings[node.Index] ? MostOfThePage : NearlyAllOfThePage) * prose[^1];

    // Mass of the article's running text that is not left out.
    private double Kept()
    {
        var mass = 0.0;
        for (var i = Root?.FirstBlock ?? 0; i < (Root?.EndBlock ?? 0); i++)
        {
            mass += tree.Blocks[i].IsProse && !LeavesOut(tree.Blocks[i]) ? tree.Blocks[i].Mass : 0;
        }

        return mass;
    }

    private static double Sum(double[] sums, PageNode node) => sums[node.EndBlock] - sums[node.FirstBlock];

    private PageNode? Best()
    {
        PageNode? best = null;
        var most = 0.0;
        foreach (var node in tree.Nodes)
        {
            if (leftOut[node.Index] || !PageNode.IsBlock(node.Tag))
            {
                continue;
            }

            var sum = Sum(voices, node);
            if (sum <= 0)
            {
                continue;
            }

            sum *= ContentNames.Promise(node);
            if (sum >= most)
            {
                (best, most) = (node, sum);
            }
        }

        return best is null ? (tree.Nodes.Count > 0 ? tree.Nodes[0] : null) : FirstOfSeveral(best) ?? best;
    }

    // Pages that scroll on carry the next articles below the first, each under a headline of its own.
    private PageNode? FirstOfSeveral(PageNode root)
    {
        PageNode? first = null;
        var several = false;
        for (var i = root.Index + 1; i < root.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.Tag != "article" || headings[node.End] == headings[i] || leftOut[i])
            {
                continue;
            }

            several |= first is not null;
            first ??= node;
            i = node.End - 1;
        }

        return several && Sum(voices, first!) > LongProse ? first : null;
    }
}
