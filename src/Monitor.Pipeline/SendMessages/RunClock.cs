namespace Monitor.Pipeline.SendMessages;

/// <summary>The time of a run: the trigger's instant, moved on by what has passed since.</summary>
/// <param name="lasts">No attempt is begun when this much has passed.</param>
internal sealed class RunClock(TimeProvider clock, DateTimeOffset startedAt, TimeSpan lasts)
{
    private readonly long started = clock.GetTimestamp();

    public DateTimeOffset Now => startedAt + clock.GetElapsedTime(started);

    public DateTimeOffset End => startedAt + lasts;

    public Task WaitUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        Task.Delay(instant - Now is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, clock, cancellationToken);
}
