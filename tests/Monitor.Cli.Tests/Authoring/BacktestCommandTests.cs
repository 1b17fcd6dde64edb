using Monitor.Cli.Authoring;
using Monitor.Core.Topics;
using Monitor.Pipeline.NearMisses;

namespace Monitor.Cli.Tests.Authoring;

public class BacktestCommandTests
{
    [Fact]
    public async Task A_replay_of_the_archive_tells_gains_and_losses_with_their_evidence_and_what_it_cannot_see()
    {
        using var output = new StringWriter();
        var replay = new BacktestCommand.Run(Rules("ferry"), Rules("kaitaki"), output);

        await replay.OnArchiveAsync(new[]
        {
            new ReplayedArticle("1", "https://one.example/1", new TopicDocument("Late", "", "The ferry was late."), true),
            new ReplayedArticle("2", "https://one.example/2", new TopicDocument("Adrift", "", "The Kaitaki drifted."), false),
            new ReplayedArticle("3", "https://one.example/3", new TopicDocument("Both", "", "The ferry Kaitaki."), true),
        }.ToAsyncEnumerable());

        var lines = output.ToString().Split(Environment.NewLine);
        lines[1].ShouldBe("- ferries passing -> none https://one.example/1 Late | by-name \"ferry\"");
        lines[2].ShouldBe("+ ferries none -> passing https://one.example/2 Adrift | by-name \"Kaitaki\"");
        lines[3].ShouldBe("1 gained, 1 lost");
        lines[4].ShouldBe("replayed 2 articles that matched and 1 that fell short by one signal (their text up to 8000 characters)");
        lines[5].ShouldContain("never kept");
    }

    private static TopicSet Rules(string word) => TopicSet.Load(
    [
        new TopicFile("ferries.yaml", $$"""
            id: ferries
            name: Ferries
            signals:
              - { id: by-name, any: [{{word}}] }
            thresholds: { match: 1, central: 9 }
            samples: { must: [A {{word}} left.], mustNot: [A bus.] }
            """),
    ]).Set!;
}
