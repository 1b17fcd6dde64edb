using Monitor.Core.Revisions;

namespace Monitor.Core.Tests.Revisions;

public class HeadlineChangeTests
{
    [Theory]
    [InlineData("Forty deported in one flight", "Fourteen deported in one flight")]
    [InlineData("Minister resigns", "Minister to resign")]
    [InlineData("Live: Minister speaks", "Live: Minister resigns")]
    public void Says_something_else(string before, string after) => HeadlineChange.IsOne(before, after).ShouldBeTrue();

    [Theory]
    [InlineData("Case_and_quotes", "Minister: ‘We will act’", "Minister: \"We Will Act\"")]
    [InlineData("A_label_that_was_taken_away", "Live: Minister speaks", "Minister speaks")]
    [InlineData("Another_label", "Breaking | Minister speaks", "Watch: Minister speaks")]
    [InlineData("Cut_off", "Minister speaks at length about the…", "Minister speaks at length about the treaty")]
    [InlineData("None_before", null, "Minister speaks")]
    [InlineData("None_now", "Minister speaks", "")]
    public void Says_the_same(string what, string? before, string? after) => HeadlineChange.IsOne(before, after).ShouldBeFalse(what);
}
