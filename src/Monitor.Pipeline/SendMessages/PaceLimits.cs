namespace Monitor.Pipeline.SendMessages;

/// <summary>How many attempts a provider takes in any minute, hour and day. Null means as many as there are.</summary>
public sealed record PaceLimits(int? AMinute = null, int? AnHour = null, int? ADay = null)
{
    public static readonly PaceLimits None = new();

    internal IEnumerable<(TimeSpan Span, int Most)> All()
    {
        foreach (var (span, most) in ((TimeSpan, int?)[])[(TimeSpan.FromMinutes(1), AMinute), (TimeSpan.FromHours(1), AnHour), (TimeSpan.FromDays(1), ADay)])
        {
            if (most is { } known)
            {
                yield return (span, known);
            }
        }
    }
}
