namespace Monitor.Core.Revisions;

/// <summary>
/// When a matched article's page is read again, and what its answers mean.
/// <list type="number">
/// <item>While it is there it is read at each of the schedule's times after the match; times that were slept through are skipped.</item>
/// <item>Missing once, it is asked for again after an hour; missing still, it is removed.</item>
/// <item>Removed, it is looked for once a day, for a week: pages come back.</item>
/// <item>An answer that says nothing (a wall, an error, a time-out) is asked for again after an hour, three times, and then left
/// until the next time.</item>
/// </list>
/// </summary>
/// <param name="MatchedAt">When the article matched first; UTC.</param>
/// <param name="Due">When it is read next; null when nothing more is to be found out.</param>
/// <param name="MissingSince">When it was first found missing; null while it is there.</param>
/// <param name="IsRemoved">It was missing twice, at least <see cref="Confirmation"/> apart.</param>
/// <param name="Silences">Answers in a row that said nothing.</param>
public sealed record PageWatch(
    DateTimeOffset MatchedAt, DateTimeOffset? Due, DateTimeOffset? MissingSince = null, bool IsRemoved = false, int Silences = 0)
{
    private const int MostSilences = 3;

    public static TimeSpan Confirmation { get; } = TimeSpan.FromHours(1);

    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromDays(7);

    /// <param name="times">Times after the match, ascending.</param>
    public static PageWatch Start(DateTimeOffset matchedAt, IReadOnlyList<TimeSpan> times) => new(matchedAt, Next(matchedAt, matchedAt, times));

    /// <summary>The page is there, changed or not.</summary>
    public PageWatch Seen(DateTimeOffset now, IReadOnlyList<TimeSpan> times) => new(MatchedAt, Next(MatchedAt, now, times));

    /// <summary>The page is not there, and the outlet says so.</summary>
    public PageWatch Missed(DateTimeOffset now)
    {
        var since = MissingSince ?? now;
        var isRemoved = IsRemoved || now - since >= Confirmation;
        var next = isRemoved ? now + Afterwards : since + Confirmation;
        return this with { MissingSince = since, IsRemoved = isRemoved, Silences = 0, Due = next - since > Farewell ? null : next };
    }

    /// <summary>The answer says neither.</summary>
    /// <param name="wait">How long the server asks to wait; null where it does not say.</param>
    public PageWatch Unclear(DateTimeOffset now, TimeSpan? wait, IReadOnlyList<TimeSpan> times)
    {
        if (Silences + 1 < MostSilences)
        {
            var pause = wait > Confirmation ? wait.Value : Confirmation;
            return this with { Silences = Silences + 1, Due = now + pause };
        }

        var tomorrow = now + Afterwards;
        return this with
        {
            Silences = 0,
            Due = MissingSince is not { } since ? Next(MatchedAt, now, times) : tomorrow - since > Farewell ? null : tomorrow,
        };
    }

    private static DateTimeOffset? Next(DateTimeOffset matchedAt, DateTimeOffset now, IReadOnlyList<TimeSpan> times)
    {
        foreach (var time in times)
        {
            if (matchedAt + time > now)
            {
                return matchedAt + time;
            }
        }

        return null;
    }
}
