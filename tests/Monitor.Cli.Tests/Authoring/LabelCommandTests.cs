using Monitor.Cli.Authoring;
using Monitor.Core.Topics;

namespace Monitor.Cli.Tests.Authoring;

public sealed class LabelCommandTests : IDisposable
{
    private const string Ferries = """
        id: ferries
        name: Ferries
        signals:
          - id: by-name
            any: [ferry]
            weight: 1
          - id: strait
            any: [cook strait]
            weight: 0.6
        thresholds: { match: 1, central: 2 }
        samples: { must: [The ferry left.], mustNot: [A bus.] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("monitor-label").FullName;

    public LabelCommandTests()
    {
        Directory.CreateDirectory(Topics);
        File.WriteAllText(Path.Combine(Topics, "ferries.yaml"), Ferries);
    }

    private string Topics => Path.Combine(folder, "topics");

    private string Seeds => Path.Combine(folder, "articles");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_labelled_article_joins_those_that_calibration_learns_from_and_the_change_is_shown_as_a_difference()
    {
        for (var i = 0; i < 6; i++)
        {
            (await LabelAsync($"Swell in Cook Strait {i}\n\nA wave of {i} metres was seen in Cook Strait.", 2)).ShouldBe(0);
            (await LabelAsync($"Bus {i}\n\nA bus broke down {i} times.", 0)).ShouldBe(0);
        }

        LabelledFiles.Read(Seeds).Count(article => article.Labels["ferries"] == 2 && article.Why == "read it").ShouldBe(6);
        var (exit, output, _) = await RunAsync("calibrate", "--seeds", Seeds);

        exit.ShouldBe(0);
        output.ShouldContain("--- ferries.yaml");
        output.Split('\n').ShouldContain(line => line.StartsWith("+     fitted: ", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Topics, "ferries.yaml")).ShouldBe(Ferries, "nothing is written unless asked for");
    }

    [Theory]
    [InlineData("ferry", "2", "there is no topic \"ferry\"; there are ferries")]
    [InlineData("ferries", "3", "3")]
    public async Task A_topic_or_a_label_that_there_is_not_is_refused(string topic, string label, string says)
    {
        var article = Path.Combine(folder, "a.txt");
        File.WriteAllText(article, "A ferry.");

        var (exit, _, error) = await RunAsync("label", article, "--topic", topic, "--label", label, "--why", "because", "--seeds", Seeds);

        exit.ShouldNotBe(0);
        error.ShouldContain(says);
        Directory.Exists(Seeds).ShouldBeFalse();
    }

    [Fact]
    public void A_second_label_of_an_article_stands_beside_or_instead_of_the_first()
    {
        var file = new FeedbackFile(Path.Combine(Seeds, FeedbackFile.Name));
        var document = new TopicDocument("Māori wardens “on board”", "", "Text.");

        file.Put("a", "https://one.example/a", document, "ferries", 1, "first");
        file.Put("a", "https://one.example/a", document, "anzus", 0, "second");
        file.Put("a", "https://one.example/a", document, "ferries", 2, "third");

        var article = LabelledFiles.Read(Seeds).ShouldHaveSingleItem();
        article.Labels.ShouldBe(new Dictionary<string, int> { ["ferries"] = 2, ["anzus"] = 0 }, ignoreOrder: true);
        (article.Document.Title, article.Why).ShouldBe((document.Title, "third"));
        File.ReadAllText(file.Path).ShouldContain("Māori wardens “on board”");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_left_as_it_is()
    {
        Directory.CreateDirectory(Seeds);
        var file = new FeedbackFile(Path.Combine(Seeds, FeedbackFile.Name));
        File.WriteAllText(file.Path, "{}\nnot JSON\n");

        Should.Throw<InvalidDataException>(() => file.Put("a", null, new TopicDocument("", "", "Text."), "ferries", 1, "why"))
            .Message.ShouldStartWith($"{file.Path}:2:");
        File.ReadAllText(file.Path).ShouldBe("{}\nnot JSON\n");
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "")]
    [InlineData("a\nb\nc", "a\nx\nc", "@@ 2|- b|+ x")]
    [InlineData("a\nb", "a\nx\nb", "@@ 2|+ x")]
    [InlineData("a\nb\nc\nd", "b\nc", "@@ 1|- a|@@ 4|- d")]
    public void A_difference_names_what_changes_and_where(string before, string after, string difference) =>
        string.Join('|', LineDifference.Of(before, after)).ShouldBe(difference);

    private async Task<int> LabelAsync(string text, int label)
    {
        var article = Path.Combine(folder, "article.txt");
        File.WriteAllText(article, text);
        return (await RunAsync("label", article, "--topic", "ferries", "--label", $"{label}", "--why", "read it", "--seeds", Seeds)).ExitCode;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["topics", .. arguments, "--topics", Topics]);
}
