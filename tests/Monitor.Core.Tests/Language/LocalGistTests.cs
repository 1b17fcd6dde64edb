using System.Globalization;
using Monitor.Core.Language;

namespace Monitor.Core.Tests.Language;

public class LocalGistTests
{
    [Theory]
    [InlineData(EntityKind.Person, 0.95, 0.95)]
    [InlineData(EntityKind.Office, 0.9, 0.9)]
    [InlineData(EntityKind.Organisation, 0.95, 0.9)]
    [InlineData(EntityKind.Place, 0.95, 0.95)]
    public void Of_the_labelled_texts_nearly_all_names_are_found_and_little_else(EntityKind kind, double precision, double recall) =>
        ShouldFind(LabelledTexts.Known, kind, precision, recall);

    [Theory]
    [InlineData(EntityKind.Person, 0.9, 0.9)]
    [InlineData(EntityKind.Office, 0.8, 0.8)]
    [InlineData(EntityKind.Organisation, 0.85, 0.8)]
    [InlineData(EntityKind.Place, 0.85, 0.85)]
    public void Of_texts_that_it_was_not_tuned_on_most_names_are_found(EntityKind kind, double precision, double recall) =>
        ShouldFind(LabelledTexts.HeldOut, kind, precision, recall);

    [Fact]
    public void A_surname_counts_for_who_was_named_in_full()
    {
        var gist = LocalGist.Read("", "Immigration minister Tom Karavas spoke first. Mr Karavas then left. Minister Karavas came back.");

        gist.Entities.Single(entity => entity.Kind == EntityKind.Person).ShouldBe(new NamedEntity("Tom Karavas", EntityKind.Person, 3, 0.9));
    }

    [Fact]
    public void The_most_mentioned_comes_first_and_the_headline_counts()
    {
        var gist = LocalGist.Read("Auckland waits", "Flights from Perth and Auckland were late. Perth blamed fog. In Auckland it rained.");

        gist.Names(EntityKind.Place).ShouldBe(["Auckland", "Perth"]);
        gist.Entities[0].Mentions.ShouldBe(3);
    }

    [Fact]
    public void A_headline_in_capitals_names_nobody_by_itself() =>
        LocalGist.Read("Deported Man Wins Long Fight", "It was over in an hour.").Entities.ShouldBeEmpty();

    [Fact]
    public void Key_phrases_are_what_comes_back_and_what_the_headline_says()
    {
        var phrases = LocalGist.Read(
            "Tribunal refuses visa of deportee",
            "The tribunal refused the character visa of a deportee. His character visa had been cancelled twice. A bridge loan was not at issue. The tribunal said the character visa was lost.").KeyPhrases;

        phrases[0].ShouldBe("character visa");
        phrases.Take(4).ShouldContain(phrase => phrase.Contains("deportee", StringComparison.Ordinal));
        phrases.Count.ShouldBeLessThanOrEqualTo(Gist.MostPhrases);
    }

    [Fact]
    public void No_tone_is_judged() => LocalGist.Read("", "It was a terrible day.").Sentiment.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("\0\uFFFF \uD800 . , ' ’s")]
    [InlineData("THE WHOLE TEXT IS SHOUTED AND HAS NO END")]
    [InlineData("中国外交部发言人星期二表示。")]
    public void Any_text_is_read(string text) => LocalGist.Read(text, text).Source.ShouldBe("local");

    [Fact]
    public void A_text_without_end_is_read_as_far_as_the_bound()
    {
        var gist = LocalGist.Read("", string.Concat(Enumerable.Repeat("Ana Tuhoro of the Department of ", 100_000)));

        gist.Entities.Count.ShouldBeLessThanOrEqualTo(Gist.MostEntities);
        gist.Entities.Sum(entity => entity.Mentions).ShouldBeLessThan(LocalGist.Longest / 10);
    }

    private static void ShouldFind(IReadOnlyList<LabelledText> texts, EntityKind kind, double precision, double recall)
    {
        var (right, found, wanted) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var text in texts)
        {
            var expected = (kind switch
            {
                EntityKind.Person => text.People,
                EntityKind.Office => text.Offices,
                EntityKind.Organisation => text.Organisations,
                _ => text.Places,
            }).Select(name => name.ToLowerInvariant()).ToHashSet();
            var actual = LocalGist.Read("", text.Text).Names(kind).Select(name => name.ToLowerInvariant()).ToHashSet();
            right += actual.Intersect(expected).Count();
            found += actual.Count;
            wanted += expected.Count;
            wrong.AddRange(actual.Except(expected).Select(name => $"+{name}").Concat(expected.Except(actual).Select(name => $"-{name}")));
        }

        var seen = string.Create(CultureInfo.InvariantCulture, $"{kind}: precision {(double)right / found:0.00}, recall {(double)right / wanted:0.00}; {string.Join(", ", wrong)}");
        TestContext.Current.SendDiagnosticMessage(seen);
        ((double)right / found).ShouldBeGreaterThanOrEqualTo(precision, seen);
        ((double)right / wanted).ShouldBeGreaterThanOrEqualTo(recall, seen);
    }
}
