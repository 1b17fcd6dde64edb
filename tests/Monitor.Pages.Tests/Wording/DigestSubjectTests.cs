using Monitor.Core.Digests;

namespace Monitor.Pages.Tests.Wording;

public class DigestSubjectTests
{
    private readonly Digest full = SampleDigest.Full();

    [Fact]
    public async Task Leads_with_the_weightiest_main_story_then_counts_then_names_the_day() =>
        (await Subject(full)).ShouldBe("501 deportations: Tribunal upholds removal of Gold Coast man, and 7 more · Thursday 19 Nov");

    [Fact]
    public async Task A_weightier_story_of_a_later_topic_leads() =>
        (await Subject(full with { Topics = [full.Topics[0], full.Topics[1] with { Main = [Story("Treaty invoked", 9)] }] }))
            .ShouldStartWith("Anzus: Treaty invoked, and ");

    [Fact]
    public async Task One_story_alone_is_not_counted() =>
        (await Subject(Of([Story("Hostel closes", 4)], []))).ShouldBe("501 deportations: Hostel closes · Thursday 19 Nov");

    [Fact]
    public async Task Without_a_main_story_the_first_mention_leads_and_says_that_it_is_one() =>
        (await Subject(Of([], [Story("Bail backlog cleared", 1), Story("Quiz", 1)])))
            .ShouldBe("Mentioned: Bail backlog cleared, and 1 more · Thursday 19 Nov");

    [Fact]
    public async Task An_empty_day_says_so_and_how_much_was_read() =>
        (await Subject(SampleDigest.Empty()))
            .ShouldBe("Nothing new on 501 deportations or Anzus: 13 of 14 feeds read · Thursday 19 Nov");

    [Fact]
    public async Task A_half_blind_day_is_not_a_quiet_one() =>
        (await Subject(SampleDigest.Empty() with { Coverage = SampleDigest.Coverage with { FeedsRead = 6 } }))
            .ShouldBe("Nothing new on 501 deportations or Anzus: only 6 of 14 feeds read · Thursday 19 Nov");

    [Fact]
    public async Task A_blind_day_does_not_claim_that_nothing_is_new() =>
        (await Subject(SampleDigest.Empty() with { Coverage = SampleDigest.Coverage with { FeedsRead = 0 } }))
            .ShouldBe("No feed could be read · Thursday 19 Nov");

    [Fact]
    public async Task A_long_headline_gives_way_and_the_count_and_the_day_stay()
    {
        var subject = await Subject(Of([Story(string.Join(' ', Enumerable.Repeat("deportation", 40)), 4), Story("Other", 3)], []));
        subject.Length.ShouldBeLessThanOrEqualTo(120);
        subject.ShouldEndWith("deportation…, and 1 more · Thursday 19 Nov");
    }

    [Fact]
    public async Task A_story_of_two_topics_is_counted_once()
    {
        var story = Story("Ministers meet", 4);
        (await Subject(full with { Topics = [Topic("a", "Removals", [story], []), Topic("b", "Anzus", [], [story])] }))
            .ShouldBe("Removals: Ministers meet · Thursday 19 Nov");
    }

    [Fact]
    public async Task Many_topics_do_not_crowd_out_the_news() =>
        (await Subject(full with { Topics = [.. Enumerable.Range(0, 30).Select(i => Topic($"t{i}", $"Topic number {i}", [], []))] }))
            .ShouldBe("Nothing new on the desk’s topics: 13 of 14 feeds read · Thursday 19 Nov");

    private Digest Of(IReadOnlyList<DigestStory> main, IReadOnlyList<DigestStory> passing) =>
        full with { Topics = [Topic("deportation-501", "501 deportations", main, passing)] };

    private static DigestTopic Topic(string id, string name, IReadOnlyList<DigestStory> main, IReadOnlyList<DigestStory> passing) =>
        new(id, name, main, passing);

    private static DigestStory Story(string headline, double score) =>
        new(headline, [SampleDigest.Item(headline, "Harbour Herald", "2026-11-18T17:42:00Z", "https://harbourherald.example/", score)]);

    private static async Task<string> Subject(Digest digest) => (await new MailWriter().WriteAsync(digest, default)).Subject;
}
