using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>The plain-text form of a week. Its table is told in sentences: columns of figures fall apart in a proportional font.</summary>
internal static class ReviewText
{
    private const string Indent = "    ";

    public static string Of(ReviewWords words)
    {
        var text = new PlainText();
        text.Paragraph("WEEKLY REVIEW");
        text.Paragraph(words.Days);
        text.Blank();
        text.Paragraph(words.Summary);
        if (words.Countries.Count > 0)
        {
            text.Heading("Articles by outlet and topic", "");
        }

        foreach (var country in words.Countries)
        {
            text.Blank();
            text.Paragraph(country.Of(words.Topics));
            foreach (var outlet in country.Outlets)
            {
                text.Paragraph(outlet.Of(words.Topics), "- ", "  ");
            }
        }

        if (words.Silent.Length > 0)
        {
            text.Blank();
            text.Paragraph(words.Silent);
        }

        foreach (var topic in words.Misses)
        {
            text.Heading($"Near misses: {topic.Name}", topic.Count);
            foreach (var miss in topic.Misses)
            {
                text.Blank();
                text.Paragraph(miss.Title);
                text.Paragraph(miss.Where, Indent);
                text.Paragraph(miss.Why, Indent);
                text.Address(miss.Link, Indent);
            }
        }

        text.Heading("What was read", "");
        text.Blank();
        text.Paragraph(words.Coverage.Line);
        foreach (var trouble in words.Coverage.Troubles)
        {
            text.Paragraph(trouble, "- ", "  ");
        }

        text.Blank();
        text.Rule('-');
        foreach (var line in words.Footer)
        {
            text.Paragraph(line);
        }

        return text.ToString();
    }
}
