namespace Monitor.Core.Feeds;

/// <summary>
/// A permanent redirect that a feed answered with. One alone proves little (a captive portal, a slip in a server's
/// configuration): it is believed once it has been met three times, over at least a day.
/// </summary>
/// <param name="To">Where it led.</param>
/// <param name="Times">Reads in a row that it was met in.</param>
/// <param name="Since">The first of them.</param>
/// <param name="IsSettled">It is believed: the new address is asked from now on.</param>
public sealed record PermanentMove(Uri To, int Times, DateTimeOffset Since, bool IsSettled = false)
{
    private const int TimesToBelieve = 3;
    private static readonly TimeSpan TimeToBelieve = TimeSpan.FromDays(1);

    /// <summary>What is known after one more read that succeeded.</summary>
    /// <param name="known">What was known before; null where nothing was.</param>
    /// <param name="movedTo">Where this read was led for good; null where it was not led anywhere.</param>
    public static PermanentMove? After(PermanentMove? known, Uri? movedTo, DateTimeOffset now)
    {
        if (movedTo is null)
        {
            // The new address answers for itself; a redirect that stopped before it was believed was none.
            return known is { IsSettled: true } ? known : null;
        }

        if (known is null || known.To != movedTo)
        {
            return new PermanentMove(movedTo, 1, now);
        }

        var times = known.Times + 1;
        return known with { Times = times, IsSettled = known.IsSettled || (times >= TimesToBelieve && now - known.Since >= TimeToBelieve) };
    }
}
