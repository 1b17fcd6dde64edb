using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

public class DateLanguageTests
{
    [Theory]
    [InlineData("en-NZ", "Thursday 3 September 2026", "Thursday 3 Sep", "Thu 3 Sep", "en-NZ")]
    [InlineData("en-AU", "Thursday 3 September 2026", "Thursday 3 Sept", "Thu 3 Sept", "en-AU")]
    [InlineData("mi", "Rāpare 3 Mahuru 2026", "Rāpare 3 Mahuru", "Rāpare 3 Mahuru", "en-NZ")]
    public void Writes_a_date(string tag, string inFull, string medium, string inShort, string document)
    {
        var language = DateLanguage.Find(tag).ShouldNotBeNull();
        var date = new DateOnly(2026, 9, 3);

        language.Long(date).ShouldBe(inFull);
        language.Medium(date).ShouldBe(medium);
        language.Short(date).ShouldBe(inShort);
        language.DocumentTag.ShouldBe(document);
    }

    [Fact]
    public void Every_language_has_names_of_its_own_for_all_days_and_months()
    {
        foreach (var language in DateLanguage.All)
        {
            Enumerable.Range(0, 7).Select(day => language.Long(new DateOnly(2026, 11, 16).AddDays(day)).Split(' ')[0]).Distinct().Count().ShouldBe(7);
            Enumerable.Range(1, 12).Select(month => language.Short(new DateOnly(2026, month, 1)).Split(' ')[2]).Distinct().Count().ShouldBe(12);
        }
    }

    [Theory]
    [InlineData("2026-11-09", "Monday 9 to Sunday 15 November 2026")]
    [InlineData("2026-11-30", "Monday 30 November to Sunday 6 December 2026")]
    [InlineData("2026-12-28", "Monday 28 December 2026 to Sunday 3 January 2027")]
    public void Writes_a_week(string first, string says) =>
        DateLanguage.NewZealandEnglish.Span(DateOnly.Parse(first), DateOnly.Parse(first).AddDays(6)).ShouldBe(says);

    [Fact]
    public void A_language_that_nobody_wrote_is_not_found() => DateLanguage.Find("fr").ShouldBeNull();

    [Fact]
    public void A_zone_names_other_days_in_its_language() =>
        DeskZone.Find("Pacific/Auckland")!.In(DateLanguage.Find("mi")!)
            .TimeSeenFrom(new DateOnly(2026, 11, 19), DateTimeOffset.Parse("2026-11-18T05:42:00Z")).ShouldBe("Rāapa 18 Whiringa-ā-rangi, 6:42 pm");
}
