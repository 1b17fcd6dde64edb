namespace Monitor.Core.Stories;

/// <summary>
/// Gives things small numbers from 1 on, so that long lists of them cost four bytes each. The number of a thing that is gone is
/// given again.
/// </summary>
internal sealed class Numbering<T>
    where T : class
{
    private readonly List<T?> things = [null];
    private readonly Stack<int> free = [];

    /// <summary>Above every number in use.</summary>
    public int End => things.Count;

    public T this[int number] => things[number]!;

    public int Add(T thing)
    {
        if (free.TryPop(out var number))
        {
            things[number] = thing;
            return number;
        }

        things.Add(thing);
        return things.Count - 1;
    }

    public void Remove(int number)
    {
        things[number] = null;
        free.Push(number);
    }
}
