using System.Globalization;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Outbox;
using Spectre.Console;

namespace Monitor.Cli.Demo;

/// <summary>What a demo came to, as a table, and where to look.</summary>
internal static class DemoTable
{
    public static void Show(DemoResult result, TimeSpan took, Laptop laptop, string log, string folder, string? digest)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("What").AddColumn(new TableColumn("How many").RightAligned()).AddColumn("");
        void Row(string what, int count, string more = "") =>
            table.AddRow(Markup.Escape(what), count.ToString(CultureInfo.InvariantCulture), Markup.Escape(more));

        Row("feeds read", result.FeedsRead, $"of {result.FeedsFollowed}");
        Row("entries seen", result.Morning.Sum("poll", "entriesNew"), $"{result.Morning.Sum("poll", "entriesChanged")} changed since");
        Row("pages read", result.Morning.Sum("poll", "pagesRead"));
        var latest = result.Articles.GroupBy(article => article.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(version => version.SeenAt)!).ToList();
        foreach (var topic in latest.SelectMany(article => article.Matches).GroupBy(match => match.Topic, StringComparer.Ordinal).OrderBy(topic => topic.Key, StringComparer.Ordinal))
        {
            var central = topic.Count(match => match.Central);
            Row($"matches: {topic.Key}", topic.Count(), $"{central} central, {topic.Count() - central} passing");
        }

        Row("stories", latest.Select(article => article.Story).Distinct(StringComparer.Ordinal).Count(), $"{latest.Count(article => article.CopyOf is not null)} copies among {latest.Count} articles");
        Row("blobs in storage", result.Blobs.Values.Sum(), string.Join(", ", result.Blobs.Where(blob => blob.Value > 0).Select(blob => $"{blob.Key} {blob.Value}")));
        Row("messages sent now", result.Morning.Sum("messages", "sent"), $"{result.Sent.Count} in all, {result.Mails} in the inbox");
        Row("alerts", result.Alerts.Count, Subjects(result.Alerts));
        Row("follow-ups, in the alert's thread", result.FollowUps.Count, Subjects(result.FollowUps));
        Row("corrections, in the alert's thread", result.Corrections.Count, Subjects(result.Corrections));
        Row("digests", result.Digests);
        AnsiConsole.Write(table);

        AnsiConsole.MarkupLineInterpolated($"The inbox:        {laptop.Inbox.WebPage} (its mails stay in {Path.Combine(folder, "inbox")})");
        AnsiConsole.MarkupLineInterpolated($"The digest:       {digest ?? "none"}");
        AnsiConsole.MarkupLineInterpolated($"The blobs:        {Path.Combine(folder, "azurite")}");
        AnsiConsole.MarkupLineInterpolated($"The function app: {log}");
        foreach (var subject in result.Missing)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]not in the inbox exactly once: {subject}[/]");
        }

        foreach (var subject in result.Adrift)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]not under the alert that it follows: {subject}[/]");
        }

        AnsiConsole.MarkupLineInterpolated($"{(result.IsComplete ? "Every message is in the inbox, once." : "Something did not arrive as it should.")} {took.TotalSeconds:0} s in all.");
    }

    // What stands after the kind and the topic, so that a row is a line.
    private static string Subjects(IReadOnlyList<Message> messages) =>
        string.Join("; ", messages.Select(message => message.Subject[(message.Subject.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
}
