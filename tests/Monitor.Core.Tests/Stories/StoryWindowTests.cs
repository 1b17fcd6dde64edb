using System.Text.Json;
using Monitor.Core.Stories;

namespace Monitor.Core.Tests.Stories;

public class StoryWindowTests
{
    private static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-11-16T06:00:00Z");

    private readonly StoryWindow window = new();

    [Fact]
    public void Headlines_of_one_event_are_one_story()
    {
        var first = Place("a", "Ferry Kaitaki loses power off Wellington with 800 aboard");
        var second = Place("b", "Power failure leaves ferry Kaitaki drifting off Wellington");
        var third = Place("c", "Passengers on the ferry Kaitaki describe hours without power", hours: 20);

        first.StartsStory.ShouldBeTrue();
        second.ShouldBe(new Placement(first.Story, null, false));
        third.Story.ShouldBe(first.Story);
    }

    [Theory]
    [InlineData("Man charged after Hamilton house fire", "Man jailed over Hamilton bank robbery")]
    [InlineData("Minister announces new funding for schools", "Minister announces new funding for hospitals")]
    [InlineData("Prime Minister to visit Tokyo in May", "Prime Minister's press conference: watch live")]
    public void Common_news_words_alone_join_nothing(string one, string other) =>
        Place("a", one).Story.ShouldNotBe(Place("b", other).Story);

    [Fact]
    public void The_same_identifier_keeps_its_place_whatever_came_between()
    {
        var first = Place("a", "Ferry Kaitaki loses power off Wellington");
        Place("b", "Kaitaki towed to port");
        Place("c", "Sinkhole swallows car in Whangarei");

        Place("a", "Corrected: ferry Kaitaki lost power near Picton").ShouldBe(first);
        window.Entry("a")!.Title.ShouldBe("Ferry Kaitaki loses power off Wellington");
    }

    [Fact]
    public void A_story_is_named_after_the_article_that_opened_it()
    {
        var here = Place("a", "Sinkhole swallows car in Whangarei").Story;
        var elsewhere = new StoryWindow();
        elsewhere.Place(Article("z", "Ferry Kaitaki loses power off Wellington"));

        elsewhere.Place(Article("a", "Sinkhole swallows car in Whangarei")).Story.ShouldBe(here);
        here.ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void A_story_that_is_fed_lives_longer_than_the_window()
    {
        var opened = Place("a0", "Kaitaki ferry inquiry opens").Story;
        for (var day = 1; day <= 20; day++)
        {
            Place($"a{day}", $"Kaitaki ferry inquiry, sitting {day}", hours: day * 24).Story.ShouldBe(opened);
        }

        window.Find("a0").ShouldBeNull();
        window.Days.Count.ShouldBe(8);
    }

    [Fact]
    public void A_story_that_is_not_fed_ends_with_the_window()
    {
        var opened = Place("a", "Kaitaki ferry inquiry opens").Story;

        Place("b", "Kaitaki ferry inquiry opens again", hours: 9 * 24).Story.ShouldNotBe(opened);
    }

    [Fact]
    public void Two_stories_that_turn_out_to_be_one_are_merged_into_the_elder_and_keep_their_names()
    {
        var elder = Place("a", "Waimea dam leak forces evacuation of Brightwater").Story;
        Place("a2", "Brightwater evacuation: Waimea dam leak widens");
        var younger = Place("b", "Tasman mayor Tim King declares emergency").Story;
        Place("b2", "Mayor Tim King: Tasman emergency may last days");
        younger.ShouldNotBe(elder);

        Place("c", "Tasman emergency: mayor Tim King says Waimea dam leak at Brightwater is worst in decades");
        Place("c2", "Waimea dam leak: Brightwater evacuation goes on, says Tasman mayor Tim King").Story.ShouldBe(elder);

        window.Current(younger).ShouldBe(elder);
        window.Find("b")!.Story.ShouldBe(younger);
        window.Days.Single().Merges.Single().ShouldBe(new StoryMerge(younger, elder, window.Days.Single().Merges.Single().At));
        window.Articles(younger).Select(a => a.Id).ShouldBe(["a", "a2", "b", "b2", "c", "c2"]);
    }

    [Fact]
    public void A_restored_window_places_as_if_it_had_never_stopped()
    {
        var subjects = new[] { "Kaitaki ferry adrift", "Waimea dam leak", "Whangarei sinkhole", "Rotoiti algae bloom", "Taieri flood bank" };
        for (var i = 0; i < 60; i++)
        {
            Place($"n{i}", $"{subjects[i % 5]}: part {i}", hours: i * 4);
        }

        var stored = JsonSerializer.Serialize(window.Days);
        var restored = StoryWindow.Restore(JsonSerializer.Deserialize<List<StoryDay>>(stored)!);

        restored.ChangedDays.ShouldBeEmpty();
        JsonSerializer.Serialize(restored.Days).ShouldBe(stored);
        for (var i = 60; i < 120; i++)
        {
            var next = Article($"n{i}", $"{subjects[i % 5]}: part {i}", hours: i * 4);
            restored.Place(next).ShouldBe(window.Place(next));
        }

        restored.ChangedDays.Count.ShouldBeGreaterThan(0);
        JsonSerializer.Serialize(restored.Days).ShouldBe(JsonSerializer.Serialize(window.Days));
    }

    [Fact]
    public void Only_the_days_that_changed_are_named()
    {
        Place("a", "Kaitaki ferry adrift");
        Place("b", "Waimea dam leak", hours: 24);
        var restored = StoryWindow.Restore(window.Days);

        restored.Place(Article("c", "Whangarei sinkhole", hours: 25));

        restored.ChangedDays.ShouldBe([new DateOnly(2026, 11, 17)]);
    }

    [Fact]
    public void An_article_is_kept_on_the_day_it_came_and_its_own_time_is_believed_only_before_that()
    {
        window.Place(Article("a", "Kaitaki ferry adrift") with { Published = Monday.AddYears(70), FirstSeen = Monday });

        window.Days.Single().Date.ShouldBe(new DateOnly(2026, 11, 16));
        window.Entry("a")!.Published.ShouldBe(Monday);
    }

    [Fact]
    public void Articles_out_of_order_still_meet_and_memory_stays_bounded()
    {
        for (var i = 0; i < 200; i++)
        {
            var when = Monday.AddDays(-37 * (i % 50) * (i % 2 == 0 ? 1 : 3));
            var first = window.Place(new StoryArticle($"a{i}", $"Kaitaki{i} ferry adrift", "", when, "One"));
            window.Place(new StoryArticle($"b{i}", $"Kaitaki{i} ferry towed", "", when.AddHours(1), "Two")).Story.ShouldBe(first.Story);
        }

        window.Days.Count.ShouldBeLessThanOrEqualTo(16);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\uFFFF\uD800")]
    [InlineData("'''s 's ’s . & ,")]
    public void An_article_without_words_opens_a_story_of_its_own(string title)
    {
        Place("a", title).StartsStory.ShouldBeTrue();
        Place("b", title).StartsStory.ShouldBeTrue();
    }

    [Fact]
    public void A_text_of_any_size_leaves_a_signature_of_bounded_size()
    {
        var long_ = string.Join(' ', Enumerable.Range(0, 300_000).Select(i => $"word{i}"));

        window.Place(new StoryArticle("a", long_, long_, Monday, ""));

        window.Entry("a")!.Sketch.Length.ShouldBeLessThanOrEqualTo(512);
        window.Entry("a")!.Terms.Length.ShouldBeLessThanOrEqualTo(5 * 64);
    }

    private Placement Place(string id, string title, double hours = 0) => window.Place(Article(id, title, hours));

    private static StoryArticle Article(string id, string title, double hours = 0) =>
        new(id, title, "", Monday.AddHours(hours), "Outlet");
}
