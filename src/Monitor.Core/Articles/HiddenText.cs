using AngleSharp.Dom;

namespace Monitor.Core.Articles;

/// <summary>
/// Text that a page carries without showing it in elements: the body in its JSON-LD, a live blog's updates there, a
/// script's data. It is taken where it is much longer than what the elements show; else theirs has the paragraphs.
/// </summary>
internal static class HiddenText
{
    private const double MuchMore = 1.5;
    private const double FarMore = 3;
    private const int ShortText = 1000;
    private const int Least = 300;
    private const int LeastCaptions = 4;
    private const int ShortestCaption = 60;
    private const int CaptionReach = 4;

    public static IReadOnlyList<string> Completing(
        string[] shown, StructuredArticle? structured, PageTree tree, Func<string, IDocument> parse)
    {
        var length = shown.Sum(p => p.Length);
        return Longer(structured?.Body, length, parse)
            ?? Longer(structured is null ? null : string.Join("\n\n", structured.Updates), length, parse)
            ?? (length < Least ? Longer(ScriptText.Of(tree), length, parse) : null)
            ?? WithCaptions(shown, tree)
            ?? shown;
    }

    // A gallery tells its story below the pictures.
    private static string[]? WithCaptions(string[] shown, PageTree tree)
    {
        var length = shown.Sum(p => p.Length);
        if (length >= ShortText)
        {
            return null;
        }

        var captions = tree.Blocks.Where(block => block.Mass >= ShortestCaption && IsCaption(tree.Nodes[block.Node])).Select(block => block.Text).Except(shown).ToArray();
        return captions.Length >= LeastCaptions && captions.Sum(text => text.Length) > length * MuchMore ? [.. shown, .. captions] : null;
    }

    private static bool IsCaption(PageNode node)
    {
        var at = node;
        for (var up = 0; up < CaptionReach && at is not null && at.Tag != "figcaption"; up++)
        {
            at = at.Parent;
        }

        return at?.Tag == "figcaption";
    }

    private static string[]? Longer(string? hidden, int length, Func<string, IDocument> parse)
    {
        var enough = Math.Max(Least, length * (length < ShortText ? MuchMore : FarMore));
        if (hidden is null || hidden.Length < enough)
        {
            return null;
        }

        var found = hidden.Contains("</", StringComparison.Ordinal) || hidden.Contains("<p", StringComparison.Ordinal)
            ? Blocks(hidden, parse)
            : hidden.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return found.Sum(p => p.Length) >= enough ? found : null;
    }

    private static string[] Blocks(string html, Func<string, IDocument> parse)
    {
        using var document = parse(html);
        return [.. PageTree.Of(document).Blocks.Select(b => b.Text)];
    }
}
