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

    public static IReadOnlyList<string> Completing(string[] shown, StructuredArticle? structured, IReadOnlyList<IElement> scripts, Func<string,
        IDocument> parse)
    {
        var length = shown.Sum(p => p.Length);
        return Longer(structured?.Body, length, parse)
            ?? Longer(structured is null ? null : string.Join("\n\n", structured.Updates), length, parse)
            ?? (length < Least ? Longer(ScriptText.Of(scripts), length, parse) : null)
            ?? shown;
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
