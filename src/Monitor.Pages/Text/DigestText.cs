using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>The plain-text form of a digest.</summary>
internal static class DigestText
{
    public static string Of(DigestWords words)
    {
        var text = new PlainText();
        text.Paragraph(words.Title.ToUpperInvariant());
        text.Paragraph(words.Day);
        if (words.Names.Length > 0)
        {
            text.Paragraph(words.Names);
        }

        text.Blank();
        text.Paragraph(words.Summary);
        if (words.Again is { } again)
        {
            text.Blank();
            text.Paragraph(again);
        }

        if (words.Late is { } late)
        {
            text.Blank();
            text.Paragraph(late);
        }

        foreach (var topic in words.Topics)
        {
            if (topic.IsEmpty)
            {
                text.Blank();
                text.Paragraph($"{topic.Name}: {topic.Count}.");
                continue;
            }

            text.Heading(topic.Name, topic.Count);
            foreach (var story in topic.Stories)
            {
                text.Blank();
                StoryText.InFull(text, story);
            }

            foreach (var elsewhere in topic.Elsewhere)
            {
                text.Blank();
                text.Paragraph(elsewhere);
            }
        }

        foreach (var mention in words.Mentions)
        {
            text.Heading($"Also mentioned: {mention.Name}", Counted.Of(mention.Stories.Count, "story", "stories"));
            foreach (var story in mention.Stories)
            {
                text.Blank();
                StoryText.InBrief(text, story);
            }
        }

        if (words.Corrections is { Count: > 0 } corrections)
        {
            text.Heading("Corrected", "");
            text.Blank();
            foreach (var correction in corrections)
            {
                text.Paragraph(correction, "- ", "  ");
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
