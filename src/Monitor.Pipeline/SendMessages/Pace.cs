namespace Monitor.Pipeline.SendMessages;

/// <summary>
/// What a provider was given lately, kept in state/pace/{channel}.json so that all senders, one after the other or side by
/// side, keep to its limits together. A slot is taken before an attempt is made: a sender that is ended wastes one, never
/// takes one too many.
/// </summary>
/// <param name="Taken">Slots taken, in sixtieths of each span that has a limit; what has left its span is dropped.</param>
/// <param name="ClosedUntil">The provider has asked to be left alone until then.</param>
public sealed record Pace(IReadOnlyList<PaceCount> Taken, DateTimeOffset? ClosedUntil = null)
{
    private const int Parts = 60;

    public static readonly Pace Unused = new([]);

    /// <summary>The first instant, not before <paramref name="now"/>, at which an attempt is within every limit.</summary>
    public DateTimeOffset Next(PaceLimits limits, DateTimeOffset now)
    {
        var next = ClosedUntil > now ? ClosedUntil.Value : now;
        foreach (var (span, most) in limits.All())
        {
            // A part counts until its last instant has left the span: rather a little too slow than one too many.
            var counted = Taken.Where(part => part.Span == span && Leaves(part) > now).OrderBy(part => part.From).ToList();
            var over = counted.Sum(part => part.Count) - most + 1;
            foreach (var part in counted.TakeWhile(_ => over > 0))
            {
                over -= part.Count;
                next = Leaves(part) > next ? Leaves(part) : next;
            }
        }

        return next;
    }

    /// <summary>With one slot more taken at an instant.</summary>
    public Pace Take(PaceLimits limits, DateTimeOffset at)
    {
        var taken = Taken.Where(part => Leaves(part) > at).ToList();
        foreach (var (span, _) in limits.All())
        {
            var width = span / Parts;
            var from = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % width.Ticks), TimeSpan.Zero);
            var known = taken.FindIndex(part => part.Span == span && part.From == from);
            if (known >= 0)
            {
                taken[known] = taken[known] with { Count = taken[known].Count + 1 };
            }
            else
            {
                taken.Add(new PaceCount(span, from, 1));
            }
        }

        return this with { Taken = taken };
    }

    private static DateTimeOffset Leaves(PaceCount part) => part.From + (part.Span / Parts) + part.Span;
}

/// <summary>Slots taken in one part of a span.</summary>
public sealed record PaceCount(TimeSpan Span, DateTimeOffset From, int Count);
