using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>An element of a page, by its place in document order.</summary>
internal sealed class PageNode(IElement element, string tag, int index, PageNode? parent)
{
    private static readonly FrozenSet<string> Opaque = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "title", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
        "select", "textarea", "input", "button", "map", "applet", "frameset", "datalist", "progress", "meter",
    ]);

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr", "picture", "source", "amp-img",
    ]);

    public IElement Element { get; } = element;

    public string Tag { get; } = tag;

    /// <summary>Place in <see cref="PageTree.Nodes"/>.</summary>
    public int Index { get; } = index;

    public PageNode? Parent { get; } = parent;

    /// <summary>Index after the last descendant.</summary>
    public int End { get; set; }

    /// <summary>Index of the first block inside, in <see cref="PageTree.Blocks"/>.</summary>
    public int FirstBlock { get; init; }

    /// <summary>Index after the last block inside.</summary>
    public int EndBlock { get; set; }

    public NodeNames Names => field ??= NodeNames.Of(Element);

    /// <summary>The element shows no text of its own: a script, a control, a drawing.</summary>
    public static bool IsOpaque(string tag) => Opaque.Contains(tag);

    public static bool IsBlock(string tag) => !Inline.Contains(tag);

    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;
}
