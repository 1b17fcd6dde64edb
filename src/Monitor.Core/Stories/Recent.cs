namespace Monitor.Core.Stories;

/// <summary>The last few different things that were touched, the newest last: bounded, and one reference where it holds one.</summary>
internal struct Recent<T>
    where T : class
{
    /// <summary>How many are kept; an older one is forgotten.</summary>
    public const int Most = 32;

    // Nearly every list in an index holds one item for ever, and an array costs three times the item.
    private T? single;
    private T[]? several;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<T> Items => several ?? (single is null ? [] : new ReadOnlySpan<T>(in single));

    public void Touch(T item)
    {
        if (several is null)
        {
            if (single is null || ReferenceEquals(single, item))
            {
                single = item;
                return;
            }

            (several, single) = ([single, item], null);
            return;
        }

        var at = IndexOf(item);
        if (at < 0 && several.Length < Most)
        {
            several = [.. several, item];
            return;
        }

        at = Math.Max(0, at);
        Array.Copy(several, at + 1, several, at, several.Length - at - 1);
        several[^1] = item;
    }

    public void Remove(T item)
    {
        if (ReferenceEquals(single, item))
        {
            single = null;
            return;
        }

        if (several is null || IndexOf(item) is not (>= 0 and var at))
        {
            return;
        }

        several = [.. several[..at], .. several[(at + 1)..]];
        if (several.Length == 1)
        {
            (single, several) = (several[0], null);
        }
    }

    private readonly int IndexOf(T item)
    {
        for (var i = several!.Length - 1; i >= 0; i--)
        {
            if (ReferenceEquals(several[i], item))
            {
                return i;
            }
        }

        return -1;
    }
}
