namespace Monitor.Core.Articles;

/// <summary>
/// The part of a page that is the article. Every block speaks for or against the elements around it: sentences for, link
/// lists against; the element with the greatest sum, weighed by what its names promise, is the article. What looks like
/// boilerplate has no voice, unless most of the page's text lies in it.
/// </summary>
internal sealed class MainContent
{
    private const double MostOfThePage = 0.5;
    private const double LongProse = 600;
    private readonly PageTree tree;
    private readonly double[] voices;
    private readonly bool[] leftOut;

    private MainContent(PageTree tree)
    {
        this.tree = tree;
        var sentences = Sums(tree.Blocks, b => IsSentence(b) ? b.Mass - b.Linked : 0);
        leftOut = LeftOut(tree, sentences);
        voices = Sums(tree.Blocks, b => leftOut[b.Node] ? 0 : Voice(b));
        Root = Best();
    }

    /// <summary>The element that holds the article; null for a page without elements.</summary>
    public PageNode? Root { get; }

    public static MainContent Of(PageTree tree) => new(tree);

    /// <summary>The blocks of the article, in document order.</summary>
    public IEnumerable<TextBlock> Blocks()
    {
        if (Root is null)
        {
            yield break;
        }

        for (var i = Root.FirstBlock; i < Root.EndBlock; i++)
        {
            if (!leftOut[tree.Blocks[i].Node] && tree.Blocks[i].LinkDensity < 0.8)
            {
                yield return tree.Blocks[i];
            }
        }
    }

    private static bool IsSentence(TextBlock block) =>
        block.Mass >= 40 && block.LinkDensity < 0.5 && block.Kind is not BlockKind.Heading and not BlockKind.Caption && (block.EndsSentence || block.Mass >= 80);

    private static double Voice(TextBlock block) =>
        IsSentence(block) ? block.Mass - block.Linked
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

    private static bool[] LeftOut(PageTree tree, double[] sentences)
    {
        var leftOut = new bool[tree.Nodes.Count];
        foreach (var node in tree.Nodes)
        {
            leftOut[node.Index] = (node.Parent is { } parent && leftOut[parent.Index]) || Boilerplate.Of(node) switch
            {
                Suspicion.None => false,
                Suspicion.Short => Prose(node) <= Math.Min(LongProse, MostOfThePage * sentences[^1]),
                _ => Prose(node) <= MostOfThePage * sentences[^1],
            };
        }

        return leftOut;

        double Prose(PageNode node) => sentences[node.EndBlock] - sentences[node.FirstBlock];
    }

    private PageNode? Best()
    {
        PageNode? best = null;
        var most = 0.0;
        foreach (var node in tree.Nodes)
        {
            if (leftOut[node.Index])
            {
                continue;
            }

            var sum = voices[node.EndBlock] - voices[node.FirstBlock];
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

        return best ?? (tree.Nodes.Count > 0 ? tree.Nodes[0] : null);
    }
}
