using Monitor.Cli.Feeds;
using Monitor.Core.Feeds;

namespace Monitor.Cli.Tests.Feeds;

public sealed class FeedListsTests : IDisposable
{
    private const string Ours = """
        <opml version="2.0"><head><title>Ours</title></head><body>
          <outline text="New Zealand">
            <outline type="rss" id="north" text="North Times" country="NZ" theirs:mark="kept" xmlns:theirs="urn:theirs" xmlUrl="https://north.example/feed"/>
          </outline>
        </body></opml>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("monitor-lists-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private string List => Path.Combine(folder, "feeds.opml");

    public FeedListsTests() => File.WriteAllText(List, Ours);

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Import_adds_what_is_not_followed_in_its_folder_and_the_list_still_loads()
    {
        ImportCommand.Run(Theirs(), List, dryRun: false, output, errors).ShouldBe(0);

        Opml.Load("feeds.opml", File.ReadAllText(List)).ShouldSatisfyAllConditions(
            load => load.IsAccepted.ShouldBeTrue(),
            load => load.Feeds.Select(feed => feed.Name).ShouldBe(["North Times", "South Mail"]));
        File.ReadAllText(List).ShouldContain("flavour=\"salt\"");
        output.ToString().ShouldSatisfyAllConditions(
            said => said.ShouldContain("added    South Mail  https://south.example/feed  in Australia / Papers"),
            said => said.ShouldContain("1 added"),
            said => said.ShouldContain("1 followed already"));
    }

    [Fact]
    public void A_dry_run_says_the_same_and_writes_nothing()
    {
        ImportCommand.Run(Theirs(), List, dryRun: true, output, errors).ShouldBe(0);

        output.ToString().ShouldContain("1 added (not written)");
        File.ReadAllText(List).ShouldBe(Ours);
    }

    [Fact]
    public void A_file_that_is_no_list_is_refused_and_nothing_is_written()
    {
        var none = Path.Combine(folder, "none.opml");
        File.WriteAllText(none, "");

        ImportCommand.Run(none, List, dryRun: false, output, errors).ShouldBe(2);
        ImportCommand.Run(Path.Combine(folder, "missing.opml"), List, dryRun: false, output, errors).ShouldBe(2);

        errors.ToString().ShouldContain("does not exist");
        File.ReadAllText(List).ShouldBe(Ours);
    }

    [Fact]
    public void Export_is_OPML_2_with_folders_and_others_attributes()
    {
        ExportCommand.Run(null, List, output, errors).ShouldBe(0);

        var exported = OpmlDocument.Read("exported.opml", output.ToString()).Document!;
        exported.Feeds.ShouldHaveSingleItem().Folders.ShouldBe(["New Zealand"]);
        output.ToString().ShouldSatisfyAllConditions(
            text => text.ShouldContain("version=\"2.0\""), text => text.ShouldContain("theirs:mark=\"kept\""), text => text.ShouldContain("title=\"North Times\""));
    }

    private string Theirs()
    {
        var file = Path.Combine(folder, "theirs.opml");
        File.WriteAllText(file, """
            <opml version="1.0"><body>
              <outline title="North" xmlUrl="http://north.example/feed/"/>
              <outline text="Australia"><outline text="Papers">
                <outline text="South Mail" flavour="salt" xmlUrl="https://south.example/feed"/>
              </outline></outline>
            </body></opml>
            """);
        return file;
    }
}
