using Monitor.Benchmarks.Measuring;

namespace Monitor.Benchmarks.Startup;

internal static class StartupBenchmark
{
    /// <summary>The function app against an empty one of the same framework, both published in the same way: to the first answer.</summary>
    public static Outcome Run()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Outcome.Skipped("the published folder is for Linux");
        }

        var app = PublishedApp.Of("src/Monitor.Functions", "handler");
        var bare = PublishedApp.Of("tests/Monitor.Benchmarks/BareApp", "BareApp");
        _ = (app.SecondsToFirstAnswer(), bare.SecondsToFirstAnswer());
        return Race.Of(app.SecondsToFirstAnswer, bare.SecondsToFirstAnswer);
    }
}
