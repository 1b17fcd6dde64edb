using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>The plain-text form of an operations notice.</summary>
internal static class NoticeText
{
    public static string Of(NoticeWords words)
    {
        var text = new PlainText();
        text.Paragraph("OPERATIONS");
        text.Paragraph(words.When);
        text.Blank();
        text.Paragraph(words.Title);
        if (words.Lines.Count > 0)
        {
            text.Blank();
        }

        foreach (var line in words.Lines)
        {
            text.Paragraph(line, "- ", "  ");
        }

        text.Blank();
        text.Rule('-');
        text.Paragraph(words.Footer);
        return text.ToString();
    }
}
