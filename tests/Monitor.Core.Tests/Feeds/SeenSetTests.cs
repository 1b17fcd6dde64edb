using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public class SeenSetTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);

    private readonly SeenSet seen = SeenSet.From([]);

    [Fact]
    public void An_entry_is_new_once()
    {
        See(Entry("1", "https://outlet.nz/a", "First")).ShouldBe(Sighting.New);
        See(Entry("1", "https://outlet.nz/a", "First")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void The_same_identity_with_another_text_is_changed_once()
    {
        See(Entry("1", "https://outlet.nz/a", "First", "Two people"));
        See(Entry("1", "https://outlet.nz/a", "First", "Three people")).ShouldBe(Sighting.Changed);
        See(Entry("1", "https://outlet.nz/a", "First", "Three people")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void A_retitled_entry_is_the_same()
    {
        See(Entry("1", "https://outlet.nz/a", "Minister to resign"));
        See(Entry("1", "https://outlet.nz/a", "Minister resigns")).ShouldBe(Sighting.Changed);
    }

    [Fact]
    public void A_moved_entry_is_the_same()
    {
        See(Entry("1", "https://outlet.nz/a", "First"));
        See(Entry("1", "https://outlet.nz/news/a", "First")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void A_reused_id_with_another_article_is_another_entry()
    {
        See(Entry("top-story", "https://outlet.nz/a", "First"));
        See(Entry("top-story", "https://outlet.nz/b", "Second")).ShouldBe(Sighting.New);
        See(Entry("top-story", "https://outlet.nz/a", "First")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void An_id_that_changes_with_every_poll_makes_no_new_entry()
    {
        See(Entry("1?poll=1", "https://outlet.nz/a", "First"));
        See(Entry("1?poll=2", "https://outlet.nz/a", "First")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void A_link_that_many_entries_share_does_not_merge_them()
    {
        var document = new[] { Entry(null, "https://outlet.nz/live", "08:00 The vote begins"), Entry(null, "https://outlet.nz/live", "08:10 The vote ends") };
        seen.ObserveAll(document, Today).ShouldBe([Sighting.New, Sighting.New]);
        seen.ObserveAll([.. document, Entry(null, "https://outlet.nz/live", "08:20 The count")], Today)
            .ShouldBe([Sighting.Known, Sighting.Known, Sighting.New]);
    }

    [Fact]
    public void Entries_with_ids_may_share_a_link_and_a_title()
    {
        var document = new[] { Entry("1", "https://outlet.nz/", "Bulletin", "At eight"), Entry("2", "https://outlet.nz/", "Bulletin", "At nine") };
        seen.ObserveAll(document, Today).ShouldBe([Sighting.New, Sighting.New]);
        seen.ObserveAll(document, Today).ShouldBe([Sighting.Known, Sighting.Known]);
    }

    [Fact]
    public void Without_an_id_the_link_tells_a_retitled_entry()
    {
        See(Entry(null, "https://outlet.nz/a", "Minister to resign"));
        See(Entry(null, "https://outlet.nz/a", "Minister resigns")).ShouldBe(Sighting.Changed);
    }

    [Theory]
    [InlineData("http://outlet.nz/a", Label = "another scheme")]
    [InlineData("https://outlet.nz/a/", Label = "a last slash")]
    [InlineData("https://outlet.nz/a#comments", Label = "a fragment")]
    public void A_link_written_otherwise_is_the_same(string link)
    {
        See(Entry(null, "https://outlet.nz/a", "First"));
        See(Entry(null, link, "First")).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void With_nothing_else_the_title_is_the_identity()
    {
        See(Entry(null, null, "First", "One"));
        See(Entry(null, null, "First", "Two")).ShouldBe(Sighting.Changed);
        See(Entry(null, null, "Second", "One")).ShouldBe(Sighting.New);
    }

    [Fact]
    public void An_old_date_makes_nothing_known() =>
        See(Entry("1", "https://outlet.nz/a", "First") with { Published = DateTimeOffset.UnixEpoch }).ShouldBe(Sighting.New);

    [Fact]
    public void What_is_kept_is_what_was_seen()
    {
        See(Entry("1", "https://outlet.nz/a", "First", "Text"));
        SeenSet.From(seen.Entries).Observe(Entry("1", "https://outlet.nz/a", "First", "Text"), Today).ShouldBe(Sighting.Known);
    }

    [Fact]
    public void What_the_feed_still_shows_is_never_forgotten()
    {
        var shown = Enumerable.Range(0, SeenSet.Capacity + 500).Select(i => Entry($"now-{i}", null, $"Now {i}")).ToList();
        seen.ObserveAll(shown, Today);
        var later = SeenSet.From(seen.Entries);
        later.ObserveAll(shown, Today.AddDays(30)).ShouldAllBe(sighting => sighting == Sighting.Known);
    }

    [Fact]
    public void The_longest_unseen_are_forgotten_first()
    {
        for (var day = 0; day < 30; day++)
        {
            seen.ObserveAll([.. Enumerable.Range(0, 100).Select(i => Entry($"{day}-{i}", null, $"Day {day}, {i}"))], Today.AddDays(day));
        }

        var kept = SeenSet.From(seen.Entries);
        kept.Count.ShouldBe(SeenSet.Capacity);
        kept.Observe(Entry("29-0", null, "Day 29, 0"), Today.AddDays(30)).ShouldBe(Sighting.Known);
        kept.Observe(Entry("0-0", null, "Day 0, 0"), Today.AddDays(30)).ShouldBe(Sighting.New);
    }

    private Sighting See(Entry entry) => seen.Observe(entry, Today);

    private static Entry Entry(string? id, string? link, string title, string? text = null) =>
        new(id, title, link, null, null, null, text, null, []);
}
