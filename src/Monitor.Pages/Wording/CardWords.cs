using Monitor.Pipeline.Writing;

namespace Monitor.Pages.Wording;

/// <summary>
/// The short form of each message, from the words of its mail: what is new, the sentence that matched, who carried it, why.
/// Everything from outside has been through <see cref="Legible"/>; links have been through <see cref="WebAddress"/>.
/// </summary>
internal static class CardWords
{
    private const int MaxQuote = 300;
    private const int MaxOutlets = 6;

    public static Card Of(DigestWords words) => new(
        $"{words.Title}, {words.Day}",
        [
            new CardItem(words.Summary, null, [.. Given(words.Names), .. Given(words.Again ?? ""), .. Given(words.Late ?? "")]),
            .. words.Topics.SelectMany(topic => topic.Stories.Select(story => Main(topic.Name, story))),
            .. words.Mentions.SelectMany(mention => mention.Stories.Select(story => Passing(mention.Name, story))),
        ],
        Legible.Cut(string.Join(" ", words.Coverage.Troubles.Prepend(words.Coverage.Line)), 1000));

    public static Card Of(AlertWords words) => new(
        $"{words.Kind}: {words.Topic}", [.. words.Parts.Select(Told)], string.Join(" ", words.Footer.Prepend($"{words.When}. {words.Held}".TrimEnd())));

    public static Card Of(NoticeWords words) => new(words.Title, [new CardItem(words.When, null, words.Lines)], words.Footer);

    public static Card Of(ReviewWords words) => new(
        $"Weekly review, {words.Days}",
        [
            new CardItem(words.Summary, null, [.. words.Countries.Select(country => country.Of(words.Topics)), .. Given(words.Silent)]),
            .. words.Misses.SelectMany(topic => topic.Misses.Select(miss => new CardItem(miss.Title, miss.Link, [$"Near miss, {topic.Name}. {miss.Where}.", miss.Why]))),
        ],
        Legible.Cut(string.Join(" ", words.Coverage.Troubles.Prepend(words.Coverage.Line)), 1000));

    private static CardItem Main(string topic, StoryWords story) => new(
        story.Headline.Text,
        story.Link,
        [
            .. story.Corrections,
            .. Given(story.Briefing is { New.Length: > 0 } news ? $"{news.Label} {news.New}".TrimStart() : ""),
            .. Given(Quoted(story)),
            Outlets(topic, story),
            .. Given(story.Why.Length > 0 ? $"Why: {story.Why}." : ""),
        ]);

    private static CardItem Told(AlertPartWords part)
    {
        var item = Main("", part.Story);
        return item with
        {
            Lines =
            [
                .. Given(part.Kind),
                .. Given(part.WhatIsNew.Length > 0 ? $"What is new: {part.WhatIsNew}" : ""),
                .. part.Corrections.SelectMany(correction => correction.Differences
                    .Select(difference => $"{difference.Label} {difference.Text.Text}")
                    .Prepend(correction.Sentence)),
                .. item.Lines,
            ],
        };
    }

    private static CardItem Passing(string topic, StoryWords story) => new(
        story.Headline.Text,
        story.Link,
        [
            .. Given(Quoted(story)),
            Outlets($"{topic}, mentioned", story),
        ]);

    // "501 deportations. Harbour Herald 6:42 am, Southern Courier 6:55 am; copies in Bay Advertiser and Coastal Times."
    private static string Outlets(string topic, StoryWords story)
    {
        var own = story.Others.Prepend(story.Outlet).Take(MaxOutlets).Select(outlet => $"{outlet.Name} {outlet.Time}{outlet.Note}").ToList();
        var copies = story.Copies.Take(MaxOutlets).Select(copy => copy.Name).ToList();
        var more = story.Untold + Math.Max(0, story.Others.Count + 1 - MaxOutlets) + Math.Max(0, story.Copies.Count - MaxOutlets);
        return (topic.Length > 0 ? $"{topic}. " : "")
            + string.Join(", ", own)
            + (copies.Count > 0 ? $"; {(copies.Count == 1 ? "copy" : "copies")} in {Counted.List(copies)}" : "")
            + (more > 0 ? $"; and {Counted.Of(more, "more article")}" : "")
            + ".";
    }

    // What has quotation marks of its own gets no others around it.
    private static string Quoted(StoryWords story) =>
        story.Quote?.Sentence.Around(MaxQuote).Text is not { } text ? "" : text.Contains('“', StringComparison.Ordinal) ? text : $"“{text}”";

    private static IEnumerable<string> Given(string line) => line.Length > 0 ? [line] : [];
}
