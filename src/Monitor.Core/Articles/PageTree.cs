using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// A page's elements in document order with the text blocks they hold. One walk builds it; the descendants of an element
/// are the elements after it up to its <see cref="PageNode.End"/>, so that any sum over a subtree is a difference of two.
/// </summary>
internal sealed class PageTree
{
    private PageTree(PageWalk walk)
    {
        Nodes = walk.Nodes;
        Blocks = walk.Blocks;
        Scripts = walk.Scripts;
        Metas = walk.Metas;
    }

    public IReadOnlyList<PageNode> Nodes { get; }

    public IReadOnlyList<TextBlock> Blocks { get; }

    /// <summary>Every script element, in document order.</summary>
    public IReadOnlyList<IElement> Scripts { get; }

    /// <summary>Every meta and link element, in document order.</summary>
    public IReadOnlyList<IElement> Metas { get; }

    public static PageTree Of(IDocument document)
    {
        var walk = new PageWalk();
        if (document.DocumentElement is { } root)
        {
            walk.Through(root);
        }

        return new PageTree(walk);
    }

    /// <summary>The text of everything in the element, blocks divided by a space.</summary>
    public string TextOf(PageNode node) =>
        string.Join(' ', Blocks.Skip(node.FirstBlock).Take(node.EndBlock - node.FirstBlock).Select(b => b.Text)).Replace('\n', ' ');
}
