using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>An operations notice put into words.</summary>
/// <param name="When">"6:51 am, Thursday 19 November 2026".</param>
public sealed record NoticeWords(string Subject, string Title, string When, IReadOnlyList<string> Lines, string Footer)
{
    private const int MaxLines = 100;

    public static NoticeWords Of(OperationsNotice notice)
    {
        var zone = DeskZone.Find(notice.Zone) ?? DeskZone.Find("UTC")!;
        List<string> lines = [.. notice.Lines.Take(MaxLines).Select(line => Legible.Line(line, 500)).Where(line => line.Length > 0)];
        if (notice.Lines.Count > MaxLines)
        {
            lines.Add($"And {Counted.Of(notice.Lines.Count - MaxLines, "line")} more, in the run’s report.");
        }

        return new NoticeWords(
            DigestSubject.Fit("Operations: ", notice.Title, "", ""),
            Legible.Line(notice.Title, 200),
            $"{zone.Time(notice.At)}, {DeskZone.LongDate(zone.DateOf(notice.At))}",
            lines,
            $"For the people who run Monitor. Times are {zone.Id}.");
    }
}
