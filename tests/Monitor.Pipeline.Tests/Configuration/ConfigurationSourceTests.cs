using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.Configuration;

public class ConfigurationSourceTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-18T18:00:00Z");

    private readonly InMemoryBlobStore store = new();

    [Fact]
    public async Task Good_files_are_in_force()
    {
        await Files.PutAsync(store, Files.Good());

        var following = await LoadAsync();

        following.Feeds.Select(feed => feed.Id).ShouldBe(["north", "south"]);
        following.Topics.Topics.Select(topic => topic.Id).ShouldBe(["anzus"]);
        following.Desk.Editions.Single().Id.ShouldBe("morning");
        following.Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(ConfigFiles.FeedsPath, "<opml><body><outline text=\"x\"", "feeds.opml:1:")]
    [InlineData(ConfigFiles.DeskPath, "zone: Pacific/Otautahi\n", "desk.yaml:1:")]
    [InlineData("topics/anzus.yaml", "id: anzus\nname: Anzus\nsignals:\n  - id: x\n    anny: [anzus]\n", "topics/anzus.yaml:5:")]
    public async Task A_bad_file_is_refused_by_name_and_line_and_the_last_good_set_stays_in_force(string path, string text, string where)
    {
        await Files.PutAsync(store, Files.Good());
        var good = await LoadAsync();
        await Files.PutAsync(store, Files.Good().With(path, text));

        var following = await LoadAsync(Now.AddHours(1));

        following.Topics.Hash.ShouldBe(good.Topics.Hash);
        following.Feeds.Count.ShouldBe(2);
        following.Refused.ShouldContain(problem => problem.IsError && problem.ToString().StartsWith(where, StringComparison.Ordinal), $"{where} in {string.Join(" | ", following.Refused.Select(problem => problem.ToString()))}");
        following.Refusal!.Since.ShouldBe(Now.AddHours(1));
    }

    [Theory]
    [InlineData(ConfigFiles.FeedsPath)]
    [InlineData(ConfigFiles.DeskPath)]
    [InlineData("topics/anzus.yaml")]
    public async Task A_missing_file_is_refused_like_a_bad_one(string path)
    {
        await Files.PutAsync(store, Files.Good());
        await LoadAsync();
        await Files.PutAsync(store, Files.Good().Without(path));

        var following = await LoadAsync();

        following.Feeds.Count.ShouldBe(2);
        following.Refused.ShouldContain(problem => problem.IsError && problem.ToString().Contains(path.Split('/')[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_process_that_meets_the_bad_files_first_has_the_last_good_set_too()
    {
        await Files.PutAsync(store, Files.Good());
        await LoadAsync();
        await Files.PutAsync(store, Files.Good().With(ConfigFiles.DeskPath, "no: desk"));

        using var elsewhere = new ConfigurationSource(store);
        (await elsewhere.LoadAsync(Now.AddHours(2), default)).Desk.Editions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_refusal_keeps_the_instant_at_which_it_began()
    {
        await Files.PutAsync(store, Files.Good());
        await LoadAsync();
        await Files.PutAsync(store, Files.Good().With(ConfigFiles.DeskPath, "no: desk"));

        await LoadAsync(Now.AddHours(1));
        var later = await LoadAsync(Now.AddHours(5));

        later.Refusal!.Since.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public async Task Files_that_are_mended_are_in_force_again()
    {
        await Files.PutAsync(store, Files.Good());
        await LoadAsync();
        await Files.PutAsync(store, Files.Good().With(ConfigFiles.DeskPath, "no: desk"));
        await LoadAsync();
        await Files.PutAsync(store, Files.Good().With(ConfigFiles.DeskPath, Files.Desk.Replace("Morning digest", "Breakfast", StringComparison.Ordinal)));

        var following = await LoadAsync();

        following.Desk.Editions.Single().Name.ShouldBe("Breakfast");
        following.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Without_any_good_set_there_is_nothing_to_follow_and_every_problem_is_named()
    {
        await Files.PutAsync(store, Files.Good().With(ConfigFiles.DeskPath, "no: desk").Without(ConfigFiles.FeedsPath));

        var refused = await Should.ThrowAsync<NothingToFollowException>(LoadAsync());

        refused.Problems.ShouldContain(problem => problem.StartsWith("feeds.opml: the file is missing", StringComparison.Ordinal));
        refused.Problems.ShouldContain(problem => problem.StartsWith("desk.yaml:1:", StringComparison.Ordinal));
    }

    private async Task<Following> LoadAsync(DateTimeOffset? now = null)
    {
        using var source = new ConfigurationSource(store);
        return await source.LoadAsync(now ?? Now, default);
    }
}

internal static class FileChanges
{
    public static Dictionary<string, string> With(this Dictionary<string, string> files, string path, string text)
    {
        files[path] = text;
        return files;
    }

    public static Dictionary<string, string> Without(this Dictionary<string, string> files, string path)
    {
        files.Remove(path);
        return files;
    }
}
