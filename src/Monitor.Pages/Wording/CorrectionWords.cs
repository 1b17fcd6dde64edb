using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Core.Revisions;

namespace Monitor.Pages.Wording;

/// <summary>What became of an article, put into words.</summary>
/// <param name="Sentence">"Harbour Herald has changed the headline and the text since you were told."</param>
/// <param name="Statement">What the outlet says itself; empty where it says nothing.</param>
/// <param name="Differences">Before and after, in the order of the article, the headline first.</param>
/// <param name="More">"and 3 more paragraphs changed"; empty where everything is shown.</param>
public sealed record CorrectionWords(string Sentence, string Statement, IReadOnlyList<DifferenceWords> Differences, string More)
{
    private const int MaxText = 480;

    /// <param name="wasTold">The desk was told of the article before this happened to it.</param>
    public static CorrectionWords Of(Correction correction, bool wasTold, DateOnly today, DeskZone zone)
    {
        var outlet = Legible.Line(correction.Outlet, 60) is { Length: > 0 } name ? name : "The outlet";
        List<DifferenceWords> differences = correction.IsRetitled ? [.. Of(correction.Headline)] : [];
        differences.AddRange(correction.Paragraphs.SelectMany(Of));
        return new CorrectionWords(
            SentenceOf(correction, outlet, wasTold ? " since you were told" : "", today, zone),
            Legible.Line(correction.Statement, MaxText),
            differences,
            correction.More > 0 ? $"and {Counted.Of(correction.More, "more paragraph")} changed" : "");
    }

    private static string SentenceOf(Correction correction, string outlet, string since, DateOnly today, DeskZone zone)
    {
        var detail = Legible.Line(correction.Detail, 120);
        string Seen(DateTimeOffset at) => zone.TimeSeenFrom(today, at);
        return correction.Kind switch
        {
            RevisionKind.Removed => $"{outlet} has taken this article down"
                + $" (first missing {Seen(correction.MissingSince ?? correction.At)}{(detail.Length > 0 ? $"; {detail}" : "")}).",
            RevisionKind.Returned => $"{outlet} shows this article again, seen {Seen(correction.At)}.",
            _ => $"{outlet} has changed {What(correction)}{since}; seen {Seen(correction.At)}.",
        };
    }

    private static string What(Correction correction) => (correction.IsRetitled, correction.Kind) switch
    {
        (true, RevisionKind.Changed) => "the headline and the text",
        (true, _) => "the headline",
        _ => "the text",
    };

    private static IEnumerable<DifferenceWords> Of(ParagraphChange change) => change.Kind switch
    {
        ChangeKind.Removed => [new DifferenceWords("Taken out:", MarkedText.Plain(Legible.Line(change.Before, MaxText)), IsGone: true)],
        ChangeKind.Added => [new DifferenceWords("Added:", MarkedText.Plain(Legible.Line(change.After, MaxText)), IsGone: false)],
        _ => Of(change.Words),
    };

    private static DifferenceWords[] Of(IReadOnlyList<WordRun> runs) =>
    [
        new("Before:", Side(runs, ChangeKind.Removed), IsGone: true),
        new("Now:", Side(runs, ChangeKind.Added), IsGone: false),
    ];

    private static MarkedText Side(IReadOnlyList<WordRun> runs, ChangeKind marked)
    {
        var (text, marks) = ("", new List<Mark>());
        foreach (var run in runs.Where(run => run.Change is null || run.Change == marked))
        {
            text += text.Length > 0 ? " " : "";
            if (run.Change is not null)
            {
                marks.Add(new Mark(text.Length, run.Text.Length));
            }

            text += run.Text;
        }

        return Legible.Clean(text, marks).Around(MaxText);
    }
}

/// <param name="Label">"Before:", "Now:", "Taken out:", "Added:".</param>
/// <param name="Text">The words that went or came are marked.</param>
/// <param name="IsGone">It does not stand there any more.</param>
public sealed record DifferenceWords(string Label, MarkedText Text, bool IsGone);
