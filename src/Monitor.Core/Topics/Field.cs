namespace Monitor.Core.Topics;

/// <summary>Where in an article a signal looks. <see cref="Lead"/> is the opening of <see cref="Text"/>.</summary>
[Flags]
public enum Field
{
    Title = 1,
    Summary = 2,
    Lead = 4,
    Text = 8,
    All = Title | Summary | Text,
}

internal static class Fields
{
    /// <summary>Words of the text that count as its lead: two short paragraphs, of a short text its first two fifths, but not less than a sentence.</summary>
    public static int LeadWords(int textWords) => Math.Clamp(textWords * 2 / 5, 20, 60);

    public static string Name(this Field field) => field switch
    {
        Field.Title => "title",
        Field.Summary => "summary",
        _ => "text",
    };

    public static string Of(this TopicDocument document, Field field) => field switch
    {
        Field.Title => document.Title,
        Field.Summary => document.Summary,
        _ => document.Text,
    };
}
