using Monitor.Pipeline.Outbox;

namespace Monitor.Pipeline.SendMessages;

/// <summary>The way to one provider during one run: lets attempts through at its pace, and closes when it wants no more.</summary>
internal sealed class Gate(IMessageSender sender, PaceBook book, RunClock clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Nothing more goes through in this run.</summary>
    public bool IsClosed { get; private set; }

    public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken) => sender.SendAsync(message, cancellationToken);

    /// <summary>Whether the next attempt may be made before the run is over; looked up, not waited for.</summary>
    public async Task<bool> HasRoomAsync(CancellationToken cancellationToken)
    {
        var (pace, _) = await book.ReadAsync(sender.Channel, cancellationToken);
        IsClosed |= pace.Next(sender.Limits, clock.Now) >= clock.End;
        return !IsClosed;
    }

    /// <summary>Waits for a slot and takes it. False where none comes before the run is over.</summary>
    public async Task<bool> TakeSlotAsync(CancellationToken cancellationToken)
    {
        if (sender.Limits == PaceLimits.None)
        {
            return !IsClosed && clock.Now < clock.End;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            while (!IsClosed)
            {
                var (pace, etag) = await book.ReadAsync(sender.Channel, cancellationToken);
                var next = pace.Next(sender.Limits, clock.Now);
                if (next >= clock.End)
                {
                    IsClosed = true;
                }
                else if (next > clock.Now)
                {
                    await clock.WaitUntilAsync(next, cancellationToken);
                }
                else if (await book.WriteAsync(sender.Channel, pace.Take(sender.Limits, clock.Now), etag, cancellationToken))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Closes for the rest of the run and, where the provider says for how long, for all runs until then.</summary>
    public async Task CloseAsync(TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        IsClosed = true;
        if (retryAfter is not { } wait)
        {
            return;
        }

        var until = clock.Now + wait;
        while (true)
        {
            var (pace, etag) = await book.ReadAsync(sender.Channel, cancellationToken);
            if (pace.ClosedUntil >= until || await book.WriteAsync(sender.Channel, pace with { ClosedUntil = until }, etag, cancellationToken))
            {
                return;
            }
        }
    }

    public void Dispose() => one.Dispose();
}
