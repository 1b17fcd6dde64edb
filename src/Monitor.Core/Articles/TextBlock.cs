namespace Monitor.Core.Articles;

/// <summary>A run of text between two block boundaries of the page: a paragraph, a heading, a cell.</summary>
/// <param name="Text">White space collapsed; a line break inside the block is a newline.</param>
/// <param name="Linked">Characters of <paramref name="Text"/> that lie in links.</param>
/// <param name="Node">Index of the element that holds it, in <see cref="PageTree.Nodes"/>.</param>
internal sealed record TextBlock(string Text, int Linked, int Node, BlockKind Kind)
{
    /// <summary>How much is said: characters, an ideograph or syllable counting as three.</summary>
    public int Mass { get; } = MassOf(Text);

    public double LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (double)Linked / Text.Length);

    public bool EndsSentence => Text.AsSpan().TrimEnd("\"'”’»)]› ") is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or ':' or '।' or '۔'];

    /// <summary>The block reads as running text: a sentence of some length, not a heading, not a list of links.</summary>
    public bool IsProse =>
        Mass >= 40 && Kind is not BlockKind.Heading and not BlockKind.Caption && LinkDensity < 0.5 && (Mass >= 80 || EndsSentence);

    private static int MassOf(string text)
    {
        var mass = text.Length;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF')
            {
                mass += 2;
            }
        }

        return mass;
    }
}

internal enum BlockKind
{
    Text,
    Paragraph,
    Heading,
    ListItem,
    Cell,
    Quote,
    Preformatted,
    Caption,
}
