using Monitor.Core.Articles;

namespace Monitor.Core.Revisions;

/// <summary>
/// What stands among an article's paragraphs and comes and goes without the article saying anything else: times, captions
/// and credits, labels and headings. What the outlet says about its own mistakes is never furniture.
/// </summary>
internal static class Furniture
{
    private const int LongestLabel = 60;
    private const int LongestCaption = 300;
    private const int LongestStatement = 600;

    private static readonly string[] Passing = ["more to come", "more soon", "updates to follow", "this is a developing story", "this is a breaking"];

    private static readonly string[] Credits =
    [
        "photo:", "photo /", "photo/", "photos:", "photo |", "photograph:", "picture:", "pictures:", "picture /", "image:", "image /", "images:",
        "video:", "video /", "graphic:", "graphic /", "credit:", "source:",
    ];

    // Whom a picture is from, in brackets at the end of its caption.
    private static readonly string[] Sources = ["supplied", "file", "aap", "ap", "ap photo", "reuters", "getty", "afp", "abc news", "rnz", "epa"];

    private static readonly string[] Statements =
    [
        "correction:", "correction -", "clarification:", "clarification -", "editor's note", "editors' note", "an earlier version",
        "a previous version", "has been corrected", "has been amended", "was corrected", "was amended", "we apologise", "we apologize",
        "has been updated to", "incorrectly stated", "incorrectly said",
    ];

    public static bool IsOne(string paragraph)
    {
        if (IsStatement(paragraph))
        {
            return false;
        }

        var block = new TextBlock(paragraph, 0, 0, BlockKind.Paragraph);
        return Dateline.Signs(block)
            || BoilerplatePhrases.IsOne(block)
            || (block.Mass <= LongestLabel && (!block.EndsSentence || Begins(paragraph, Passing)))
            || (block.Mass <= LongestCaption && IsCredited(paragraph));
    }

    /// <summary>The outlet says that it corrected, amended or clarified the article.</summary>
    public static bool IsStatement(string paragraph)
    {
        if (paragraph.Length > LongestStatement)
        {
            return false;
        }

        var plain = paragraph.Replace('’', '\'').Replace('–', '-').Replace('—', '-');
        return Array.Exists(Statements, words => plain.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsCredited(string paragraph)
    {
        var line = paragraph.AsSpan().TrimEnd(". ");
        var bracket = line.EndsWith(")") ? line.LastIndexOf('(') : -1;
        return Array.Exists(Credits, credit => paragraph.Contains(credit, StringComparison.OrdinalIgnoreCase))
            || (bracket >= 0 && Array.Exists(Sources, source => paragraph.AsSpan(bracket + 1).StartsWith(source, StringComparison.OrdinalIgnoreCase)
                && !char.IsLetterOrDigit(paragraph[bracket + 1 + source.Length])));
    }

    private static bool Begins(string paragraph, string[] phrases) =>
        Array.Exists(phrases, phrase => paragraph.StartsWith(phrase, StringComparison.OrdinalIgnoreCase));
}
