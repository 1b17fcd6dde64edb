using Monitor.Core.Stories;

namespace Monitor.Core.Tests.Stories;

public class AgencyCreditTests
{
    [Theory]
    [InlineData("SYDNEY, AAP - A bridge has closed.", null)]
    [InlineData("AAP - A bridge has closed.", "AAP")]
    [InlineData("A bridge has closed.\n\n- RNZ", "RNZ")]
    [InlineData("A bridge has closed. (Reuters)", "Reuters")]
    [InlineData("CANBERRA (AP) - A bridge has closed.", "AP")]
    [InlineData("A bridge has closed.\n\nAustralian Associated Press", "AAP")]
    [InlineData("A bridge has closed.\n\nThis story was first published by RNZ.", "RNZ")]
    [InlineData("A bridge has closed.\n\n- with AFP", "AFP")]
    [InlineData("A bridge has closed. - HN", "HN")]
    [InlineData("A bridge has closed. \uFFFD HN", "HN")]
    [InlineData("A bridge has closed.\n\nHarbour Wire", "Harbour Wire")]
    public void Reads_the_credit_at_head_or_foot(string text, string? agency) => AgencyOf(text).ShouldBe(agency);

    [Theory]
    [InlineData("RNZ has named a new chief executive.")]
    [InlineData("The minister told RNZ that he would stay.")]
    [InlineData("Shares in Reuters rose.")]
    [InlineData("An APEC summit ends.")]
    [InlineData("A bridge has closed.\n\nRead More")]
    [InlineData("A bridge has closed.\n\nBy Ana Reid")]
    [InlineData("")]
    public void An_agency_that_is_only_spoken_of_is_no_credit(string text) => AgencyOf(text).ShouldBeNull();

    private static string? AgencyOf(string text)
    {
        var window = new StoryWindow();
        window.Place(new StoryArticle("a", "A headline", text, DateTimeOffset.UnixEpoch, ""));
        return window.Entry("a")!.Agency;
    }
}
