namespace Monitor.Adapters.Http;

/// <summary>
/// Politeness: one visit at a time to a host (an authority: name and port), a pause after each, and a bound on the hosts
/// visited at once. Whoever waits out a pause does not hold one of those places. What a host asks of its visitors (429) is
/// remembered for them; whether they obey is theirs to say.
/// </summary>
internal sealed class HostTurns(TimeProvider time, TimeSpan pause, int maxHostsAtOnce) : IDisposable
{
    private const int SweepAbove = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim places = new(maxHostsAtOnce);

    /// <param name="ownPause">What the host asks for, where that is longer than the usual pause.</param>
    public async Task<Turn> TakeAsync(string authority, TimeSpan? ownPause, CancellationToken cancellationToken)
    {
        var line = Join(authority);
        try
        {
            await line.Door.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(line);
            throw;
        }

        try
        {
            if (line.NotBefore - time.GetUtcNow() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            await places.WaitAsync(cancellationToken);
        }
        catch
        {
            line.Door.Release();
            Leave(line);
            throw;
        }

        var rest = ownPause > pause ? ownPause.Value : pause;
        return new Turn(this, line, rest * (1 + (Random.Shared.NextDouble() / 2))) { AskedToWait = line.QuietUntil - time.GetUtcNow() };
    }

    public void Dispose() => places.Dispose();

    private Line Join(string authority)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(authority, out var line))
            {
                Sweep();
                lines.Add(authority, line = new Line());
            }

            line.Visitors++;
            return line;
        }
    }

    private void Leave(Line line)
    {
        lock (gate)
        {
            line.Visitors--;
        }
    }

    // A process that lives for months meets many hosts; those that nobody waits for and whose pause is over are forgotten.
    private void Sweep()
    {
        if (lines.Count >= SweepAbove)
        {
            var now = time.GetUtcNow();
            foreach (var (authority, line) in lines.Where(line => line.Value.Visitors == 0 && line.Value.NotBefore <= now && line.Value.QuietUntil <= now).ToList())
            {
                lines.Remove(authority);
                line.Door.Dispose();
            }
        }
    }

    private void Quieten(Line line, TimeSpan wait) => line.QuietUntil = time.GetUtcNow() + wait;

    private void End(Line line, TimeSpan rest)
    {
        line.NotBefore = time.GetUtcNow() + rest;
        places.Release();
        line.Door.Release();
        Leave(line);
    }

    internal sealed class Line
    {
        public SemaphoreSlim Door { get; } = new(1);

        public DateTimeOffset NotBefore { get; set; }

        /// <summary>The host answered 429 and asked to be left alone until then.</summary>
        public DateTimeOffset QuietUntil { get; set; }

        public int Visitors { get; set; }
    }

    /// <summary>A visit; its end lets the next one wait out the pause.</summary>
    internal sealed class Turn(HostTurns turns, Line line, TimeSpan rest) : IDisposable
    {
        /// <summary>The visit goes on with another request: no pause before it.</summary>
        public bool Continues { get; set; }

        /// <summary>How long the host still wants to be left alone; nothing or less where it did not ask for it.</summary>
        public TimeSpan AskedToWait { get; init; }

        /// <summary>The host asked to be left alone for that long.</summary>
        public void Quieten(TimeSpan wait) => turns.Quieten(line, wait);

        public void Dispose() => turns.End(line, Continues ? TimeSpan.Zero : rest);
    }
}
