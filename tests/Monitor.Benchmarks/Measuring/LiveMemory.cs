namespace Monitor.Benchmarks.Measuring;

/// <summary>Memory in use, without what the collector has not yet taken away: that is the collector's choice and not the work's need.</summary>
internal static class LiveMemory
{
    /// <summary>The most bytes in use at any time during the work, beyond those before it, its result included.</summary>
    public static long PeakOf(Func<object> work)
    {
        _ = work();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        object? result = null;
        var worker = new Thread(() => result = work());
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(1)))
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }

        peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        GC.KeepAlive(result);
        return peak - before;
    }

    /// <summary>Bytes of a thing that is built and kept.</summary>
    public static long Of(Func<object> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var built = build();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(built);
        return after - before;
    }
}
