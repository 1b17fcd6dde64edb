namespace Monitor.Core.Stories;

/// <summary>
/// The last few different things that were touched, the newest last: bounded, and no array where it holds one. Objects are told
/// apart by reference. The default value, null or 0, stands for nothing and is never touched.
/// </summary>
internal struct Recent<T>
{
    /// <summary>How many are kept; an older one is forgotten.</summary>
    public const int Most = 32;

    // Nearly every list in an index holds one item for ever, and an array costs three times the item.
    private T? single;
    private T[]? several;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<T> Items => several ?? (IsNothing(single) ? [] : new ReadOnlySpan<T>(in single!));

    public void Touch(T item)
    {
        if (several is null)
        {
            if (IsNothing(single) || AreSame(single!, item))
            {
                single = item;
                return;
            }

            (several, single) = ([single!, item], default);
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
        if (several is null)
        {
            single = AreSame(single!, item) ? default : single;
            return;
        }

        if (IndexOf(item) is not (>= 0 and var at))
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
            if (AreSame(several[i], item))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNothing(T? item) => EqualityComparer<T>.Default.Equals(item, default);

    private static bool AreSame(T one, T other) => typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(one, other) : ReferenceEquals(one, other);
}
