namespace Monitor.Adapters.Tests.Http;

/// <summary>A wall clock that says one time for ever; timers run as usual.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
