namespace Monitor.Pipeline.Storage;

/// <summary>
/// The wait of those who found that somebody else had written first (If-Match). It is by chance, so that those who met once do
/// not meet again, and longer for those who met often, for there are many of them.
/// </summary>
public static class NextAttempt
{
    /// <summary>Of all who write at the same time one is always done: as many attempts as there may be instances are enough.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <param name="attempt">The one that has failed, from 1.</param>
    public static Task WaitAsync(int attempt, TimeProvider clock, CancellationToken cancellationToken)
    {
        var most = First * Math.Pow(2, Math.Min(attempt, 10));
        return Task.Delay((most < Longest ? most : Longest) * Random.Shared.NextDouble(), clock, cancellationToken);
    }
}
