namespace Monitor.Core.Topics;

/// <summary>An order in which every signal comes after those that it needs and those that cancel it.</summary>
internal static class SignalOrder
{
    /// <param name="circle">A signal that leads back to itself; null where there is none.</param>
    public static int[] Of(IReadOnlyList<Signal> signals, out Signal? circle)
    {
        var before = new List<int>[signals.Count];
        for (var i = 0; i < signals.Count; i++)
        {
            before[i] = [.. Enumerable.Range(0, signals.Count).Where(j => signals[i].Needs.Contains(signals[j].Id) || signals[j].Cancels.Contains(signals[i].Id))];
        }

        var order = new List<int>(signals.Count);
        var placed = new bool[signals.Count];
        for (var moved = true; moved;)
        {
            moved = false;
            for (var i = 0; i < signals.Count; i++)
            {
                if (!placed[i] && before[i].TrueForAll(j => placed[j]))
                {
                    order.Add(i);
                    placed[i] = moved = true;
                }
            }
        }

        var left = Array.IndexOf(placed, false);
        circle = left < 0 ? null : signals[left];
        return [.. order];
    }
}
