using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>The plain-text form of an alert.</summary>
internal static class AlertText
{
    public static string Of(AlertWords words)
    {
        var text = new PlainText();
        text.Paragraph($"{words.Kind}: {words.Topic}".ToUpperInvariant());
        text.Paragraph(words.When);
        text.Blank();
        StoryText.InFull(text, words.Story);
        text.Blank();
        text.Rule('-');
        foreach (var line in words.Footer)
        {
            text.Paragraph(line);
        }

        return text.ToString();
    }
}
