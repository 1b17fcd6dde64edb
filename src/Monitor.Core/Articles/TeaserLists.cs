namespace Monitor.Core.Articles;

/// <summary>
/// Lists of other articles, known by their shape: three or more elements side by side that each hold a linked headline and
/// little else. Names say nothing about them: every outlet calls its cards something else.
/// </summary>
internal static class TeaserLists
{
    private const int LeastItems = 3;
    private const int MostBlocks = 8;
    private const int MostProse = 350;

    /// <summary>For each element of the page whether it is an item of such a list.</summary>
    public static bool[] Of(PageTree tree)
    {
        var items = new bool[tree.Nodes.Count];
        var ofParent = new int[tree.Nodes.Count];
        foreach (var node in tree.Nodes)
        {
            if (node.Parent is { } parent && IsItem(tree, node))
            {
                items[node.Index] = true;
                ofParent[parent.Index]++;
            }
        }

        foreach (var node in tree.Nodes)
        {
            items[node.Index] = items[node.Index] && ofParent[node.Parent!.Index] >= LeastItems && !IsLive(node) && !IsLive(node.Parent);
        }

        return items;
    }

    private static bool IsItem(PageTree tree, PageNode node)
    {
        var blocks = node.EndBlock - node.FirstBlock;
        if (blocks is 0 or > MostBlocks || node.Tag is "p" or "h2" or "h3" or "h4" || !PageNode.IsBlock(node.Tag))
        {
            return false;
        }

        var (headings, prose) = (0, 0);
        for (var i = node.FirstBlock; i < node.EndBlock; i++)
        {
            var block = tree.Blocks[i];
            if (block.Kind == BlockKind.Heading && block.LinkDensity <= 0.8)
            {
                return false;
            }

            headings += block.Kind == BlockKind.Heading ? 1 : 0;
            prose += block.IsProse ? block.Mass : 0;
        }

        return headings == 1 && prose <= MostProse;
    }

    // The updates of a live blog look the same, and each may link to itself.
    private static bool IsLive(PageNode node) =>
        node.Names.Names.Any(name => name.Any(word => word is "live" or "liveblog" or "livefeed" or "update" or "updates" or "timeline" or "ticker"));
}
