using Monitor.Core.Digests;
using Monitor.Pages.Wording;

namespace Monitor.Pages.Tests.Wording;

public class SpokenWordsTests
{
    [Theory]
    [InlineData("Vera Lindqvist", "lawyer", "Vera Lindqvist, lawyer")]
    [InlineData("a spokesman for the minister", null, "A spokesman for the minister")]
    [InlineData("The shadow immigration minister", "shadow immigration minister", "The shadow immigration minister")]
    public void A_speaker_is_named_with_the_office_and_an_office_only_once(string speaker, string? role, string who) =>
        SpokenWords.Of(new DigestQuote(speaker, role, "Words", "Outlet")).Who.ShouldBe(who);
}
