using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Monitor.Core.Articles;

/// <summary>One pass over a document, parents before children: its elements, its text in blocks, and what speaks of the page itself.</summary>
internal sealed class PageWalk
{
    private readonly Stack<(INode Node, int Child, PageNode? Element)> open = new();
    private readonly StringBuilder text = new();
    private int linked;
    private int links;
    private int preformatted;
    private bool space;
    private int lineBreaks;

    public List<PageNode> Nodes { get; } = [];

    public List<TextBlock> Blocks { get; } = [];

    public List<IElement> Scripts { get; } = [];

    public List<IElement> Metas { get; } = [];

    public void Through(IElement root)
    {
        Enter(root);
        while (open.TryPop(out var at))
        {
            if (at.Child >= at.Node.ChildNodes.Length)
            {
                Leave(at.Element!);
                continue;
            }

            open.Push(at with { Child = at.Child + 1 });
            switch (at.Node.ChildNodes[at.Child])
            {
                case IElement child:
                    Enter(child);
                    break;
                case IText run:
                    Append(run.Data);
                    break;
                default:
                    break;
            }
        }

        Flush();
    }

    private void Enter(IElement element)
    {
        var tag = element.LocalName;
        if (tag == "script")
        {
            Scripts.Add(element);
        }

        if (tag is "meta" or "link")
        {
            Metas.Add(element);
            return;
        }

        if (tag == "br")
        {
            Break();
            return;
        }

        var shadow = tag == "template" ? ShadowOf(element) : null;
        if (PageNode.IsOpaque(tag) && shadow is null)
        {
            return;
        }

        if (PageNode.IsBlock(tag))
        {
            Flush();
        }
        else if (Boilerplate.IsUnseen(element))
        {
            return;
        }

        var node = new PageNode(element, tag, Nodes.Count, open.TryPeek(out var parent) ? parent.Element : null) { FirstBlock = Blocks.Count };
        Nodes.Add(node);
        links += IsLink(node) ? 1 : 0;
        preformatted += tag == "pre" ? 1 : 0;
        open.Push((shadow ?? (tag.Contains('-', StringComparison.Ordinal) ? element.ShadowRoot : null) ?? (INode)element, 0, node));
    }

    // A declarative shadow root is shown in place of what its host holds; any other template is not shown.
    private static IDocumentFragment? ShadowOf(IElement element) =>
        element is IHtmlTemplateElement template && (element.HasAttribute("shadowrootmode") || element.HasAttribute("shadowroot")) ? template.Content : null;

    private void Leave(PageNode node)
    {
        if (PageNode.IsBlock(node.Tag))
        {
            Flush(node);
        }

        links -= IsLink(node) ? 1 : 0;
        preformatted -= node.Tag == "pre" ? 1 : 0;
        node.End = Nodes.Count;
        node.EndBlock = Blocks.Count;
    }

    private void Append(string run)
    {
        foreach (var c in run)
        {
            if (char.IsWhiteSpace(c) && c != '\u00A0' && (preformatted == 0 || c != '\n'))
            {
                space = true;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\uFEFF')
            {
                continue;
            }

            if (lineBreaks > 0 && text.Length > 0)
            {
                if (lineBreaks > 1)
                {
                    Flush();
                }
                else
                {
                    text.Append('\n');
                }
            }
            else if (space && text.Length > 0)
            {
                text.Append(' ');
                linked += links > 0 ? 1 : 0;
            }

            lineBreaks = 0;
            space = false;
            text.Append(c);
            linked += links > 0 ? 1 : 0;
        }
    }

    // An anchor that only marks a place leads nowhere.
    private static bool IsLink(PageNode node) => node.Tag == "a" && node.Element.GetAttribute("href") is { Length: > 0 } href && href[0] != '#';

    private void Break() => lineBreaks++;

    private void Flush(PageNode? closing = null)
    {
        if (text.Length > 0)
        {
            var node = closing;
            if (node is null)
            {
                foreach (var at in open)
                {
                    if (PageNode.IsBlock(at.Element!.Tag))
                    {
                        node = at.Element;
                        break;
                    }
                }
            }

            node ??= Nodes[0];
            Blocks.Add(new TextBlock(text.ToString(), linked, node.Index, KindOf(node)));
            text.Clear();
        }

        linked = 0;
        lineBreaks = 0;
        space = false;
    }

    private static BlockKind KindOf(PageNode node)
    {
        for (PageNode? at = node; at is not null; at = at.Parent)
        {
            switch (at.Tag)
            {
                case "p":
                    return at.Parent?.Tag == "blockquote" ? BlockKind.Quote : BlockKind.Paragraph;
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return BlockKind.Heading;
                case "li" or "dd" or "dt":
                    return BlockKind.ListItem;
                case "td" or "th" or "caption":
                    return BlockKind.Cell;
                case "blockquote" or "q":
                    return BlockKind.Quote;
                case "pre":
                    return BlockKind.Preformatted;
                case "figcaption":
                    return BlockKind.Caption;
                case "div" or "section" or "article" or "main" or "body":
                    return BlockKind.Text;
                default:
                    break;
            }
        }

        return BlockKind.Text;
    }
}
