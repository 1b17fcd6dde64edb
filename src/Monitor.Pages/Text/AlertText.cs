using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>The plain-text form of an alert.</summary>
internal static class AlertText
{
    private const string Indent = "    ";

    public static string Of(AlertWords words)
    {
        var text = new PlainText();
        text.Paragraph($"{words.Kind}: {words.Topic}".ToUpperInvariant());
        text.Paragraph(words.When);
        if (words.Title.Length > 0)
        {
            text.Blank();
            text.Paragraph($"{words.Title}.");
        }

        if (words.Held.Length > 0)
        {
            text.Paragraph(words.Held);
        }

        foreach (var part in words.Parts)
        {
            text.Blank();
            if (part.Kind.Length > 0)
            {
                text.Paragraph(part.Kind.ToUpperInvariant());
            }

            StoryText.InFull(text, part.Story, () => Say(text, part));
        }

        text.Blank();
        text.Rule('-');
        foreach (var line in words.Footer)
        {
            text.Paragraph(line);
        }

        return text.ToString();
    }

    private static void Say(PlainText text, AlertPartWords part)
    {
        if (part.WhatIsNew.Length > 0)
        {
            text.Blank();
            text.Paragraph($"What is new: {part.WhatIsNew}", Indent);
        }

        foreach (var correction in part.Corrections)
        {
            text.Blank();
            text.Paragraph(correction.Sentence, Indent);
            if (correction.Statement.Length > 0)
            {
                text.Blank();
                text.Paragraph($"The outlet says: “{correction.Statement}”", Indent);
            }

            foreach (var difference in correction.Differences)
            {
                if (difference.IsGone)
                {
                    text.Blank();
                }

                text.Paragraph($"{difference.Label} {Marked(difference)}", Indent);
            }

            if (correction.More.Length > 0)
            {
                text.Paragraph(correction.More, Indent);
            }
        }
    }

    // Words that went stand in brackets, words that came between asterisks, as hits do.
    private static string Marked(DifferenceWords difference) => string.Concat(difference.Text.Stretches().Select(stretch =>
        !stretch.Marked ? stretch.Text : difference.IsGone ? $"[{stretch.Text}]" : $"*{stretch.Text}*"));
}
