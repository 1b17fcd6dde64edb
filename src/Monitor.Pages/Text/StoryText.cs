using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>A story in plain text. Hit words stand between asterisks.</summary>
internal static class StoryText
{
    private const string Indent = "    ";

    /// <param name="first">Says what stands before everything but the headline.</param>
    public static void InFull(PlainText text, StoryWords story, Action? first = null)
    {
        Head(text, story);
        first?.Invoke();
        if (story.Briefing is { New.Length: > 0 } news)
        {
            text.Blank();
            text.Paragraph($"{news.Label} {news.New}", Indent);
        }

        if (story.Quote is { } quote)
        {
            text.Blank();
            text.Paragraph($"{quote.Before} {Starred(quote.Sentence)} {quote.After}", $"{Indent}> ");
        }

        foreach (var said in story.Briefing?.Quotes ?? [])
        {
            text.Blank();
            text.Paragraph($"{said.Who}: “{said.Words}” ({said.Where})", Indent);
        }

        if (story.Briefing is { Named.Length: > 0 } known)
        {
            text.Blank();
            text.Paragraph($"Named: {known.Named}.", Indent);
        }

        if (story.Briefing is { Carried.Length: > 0 } briefing)
        {
            text.Blank();
            text.Paragraph($"Carried by: {briefing.Carried}", Indent);
        }

        if (story.Why.Length > 0)
        {
            text.Blank();
            text.Paragraph($"Why: {story.Why}.", Indent);
        }

        if (story.Others.Count + story.Copies.Count > 0)
        {
            text.Blank();
            Elsewhere(text, story);
        }
    }

    public static void InBrief(PlainText text, StoryWords story)
    {
        Head(text, story);
        if (story.Quote is { } quote)
        {
            text.Paragraph(Starred(quote.Sentence.Around(200)), $"{Indent}> ");
        }

        if (story.Why.Length > 0)
        {
            text.Paragraph($"Why: {story.Why}.", Indent);
        }

        Elsewhere(text, story);
    }

    private static void Elsewhere(PlainText text, StoryWords story)
    {
        foreach (var other in story.Others)
        {
            text.Paragraph($"{other.Name} {other.Time}: {other.Headline}", Indent);
            text.Address(other.Link, Indent);
        }

        foreach (var copy in story.Copies)
        {
            text.Paragraph($"also in {copy.Name} {copy.Time}{copy.Note}", Indent);
            text.Address(copy.Link, Indent);
        }

        if (story.Untold > 0)
        {
            text.Paragraph($"and in {Counted.Of(story.Untold, "more article")}", Indent);
        }
    }

    private static void Head(PlainText text, StoryWords story)
    {
        text.Paragraph(Starred(story.Headline), story.Number > 0 ? $"{story.Number}. ".PadRight(Indent.Length) : Indent, Indent);
        text.Paragraph($"{story.Outlet.Name} {story.Outlet.Time}{story.Outlet.Note}{(story.Byline.Length > 0 ? $". {story.Byline}" : "")}", Indent);
        text.Address(story.Link, Indent);
        foreach (var correction in story.Corrections)
        {
            text.Paragraph(correction, Indent);
        }
    }

    private static string Starred(MarkedText marked) =>
        string.Concat(marked.Stretches().Select(stretch => stretch.Marked ? $"*{stretch.Text}*" : stretch.Text));
}
