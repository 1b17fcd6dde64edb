namespace Monitor.Cli.Tests;

/// <summary>What a person can put right is said in one plain line that names file, line and remedy, and the command ends with 2.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string seeds = Directory.CreateTempSubdirectory("monitor-seeds-").FullName;

    public BadInputTests()
    {
        Directory.CreateDirectory(Path.Combine(seeds, "topics"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "seeds", "topics"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(seeds, "topics", Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(CommandLine.Root, "seeds", "feeds.opml"), Path.Combine(seeds, "feeds.opml"));
        File.Copy(Path.Combine(CommandLine.Root, "seeds", "desk.yaml"), Path.Combine(seeds, "desk.yaml"));
    }

    public void Dispose() => Directory.Delete(seeds, recursive: true);

    [Theory]
    [InlineData("feeds.opml")]
    [InlineData("desk.yaml")]
    public async Task A_missing_file_is_named_with_what_to_do(string file)
    {
        File.Delete(Path.Combine(seeds, file));

        var (exitCode, _, error) = await CommandLine.RunAsync(["up", "--seeds", seeds]);

        exitCode.ShouldBe(2);
        error.Trim().ShouldBe($"{file}: the file is missing: put one beside the topics folder (seeds/ holds an example)");
    }

    [Fact]
    public async Task A_folder_without_topics_is_named_with_what_to_do()
    {
        Directory.Delete(Path.Combine(seeds, "topics"), recursive: true);

        var (exitCode, _, error) = await CommandLine.RunAsync(["up", "--seeds", seeds]);

        exitCode.ShouldBe(2);
        error.ShouldContain("topics/: there is no topic file");
    }

    [Theory]
    [InlineData("desk.yaml", "zone: Pacific/Auckland", "zone: Pacific/Otautahi", "desk.yaml:")]
    [InlineData("feeds.opml", "<opml", "<opnl", "feeds.opml:")]
    [InlineData("topics/anzus.yaml", "signals:", "signalz:", "topics/anzus.yaml:")]
    public async Task A_bad_file_is_named_with_its_line(string file, string good, string bad, string start)
    {
        var path = Path.Combine(seeds, file);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(good);
        await File.WriteAllTextAsync(path, text.Replace(good, bad, StringComparison.Ordinal));

        var (exitCode, _, error) = await CommandLine.RunAsync(["up", "--seeds", seeds]);

        exitCode.ShouldBe(2);
        var first = error.Trim().Split('\n')[0];
        first.ShouldStartWith(start);
        first[start.Length..].Split(':')[0].ShouldAllBe(digit => char.IsAsciiDigit(digit));
        error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("poll")]
    [InlineData("digest")]
    [InlineData("deliver")]
    public async Task Without_storage_a_function_says_how_to_get_one(string command)
    {
        var empty = Directory.CreateTempSubdirectory("monitor-root-").FullName;
        var (exitCode, _, error) = await CommandLine.RunAsync([command], environment: new Dictionary<string, string?> { ["MONITOR_ROOT"] = empty });
        Directory.Delete(empty);

        exitCode.ShouldBe(2);
        error.ShouldContain("monitor up");
        error.ShouldContain("Monitor__Storage__AccountUri");
        error.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_named()
    {
        var (exitCode, _, error) = await CommandLine.RunAsync(["deliver"], environment: new Dictionary<string, string?>
        {
            ["Monitor__Storage__ConnectionString"] = "UseDevelopmentStorage=true",
            ["Monitor__Mail__Smtp__Host"] = "",
            ["Monitor__Mail__Smtp__Port"] = "0",
        });

        exitCode.ShouldBe(2);
        error.ShouldContain("Monitor__Mail__Smtp__Host");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Without_Node_the_version_that_is_needed_is_named()
    {
        var (exitCode, _, error) = await CommandLine.RunAsync(["demo"], environment: new Dictionary<string, string?>
        {
            ["PATH"] = Path.GetDirectoryName(Environment.ProcessPath),
        });

        exitCode.ShouldBe(2);
        error.Trim().Split('\n').Length.ShouldBe(1);
        error.ShouldContain("Node 20");
    }
}
