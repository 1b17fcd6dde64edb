using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pipeline.Tests.Unsubscribe;

public class UnsubscribeLinksTests
{
    private static readonly Uri App = new("https://monitor.example.org");
    private static readonly UnsubscribeLinks Links = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    private static readonly Uri Good = Links.To(App, "edition:morning", "desk@example.org");

    [Fact]
    public void A_link_names_the_list_and_the_recipient_and_shows_no_address()
    {
        Good.AbsoluteUri.ShouldStartWith("https://monitor.example.org/api/unsubscribe?list=edition%3Amorning&who=");
        Good.PathAndQuery.ShouldNotContain("example");
        Good.PathAndQuery.ShouldNotContain("desk");
        Links.Read(Good.Query).ShouldBe(new UnsubscribeClaim("edition:morning", Links.Who("desk@example.org")));
    }

    [Fact]
    public void A_link_that_was_sent_once_is_good_for_ever() =>
        // Mails are kept for years: the form of a link does not change, or this one goes on being read.
        Links.Read("?list=alerts&who=28de73e3cfcecf42b354226541d244f4&sig=hwdICLpQbdqBkB7tRp-b8OhOc2cWiMnHV4h0GKfsSwE").ShouldBe(new UnsubscribeClaim("alerts", Links.Who("desk@example.org")));

    [Fact]
    public void The_recipient_is_known_however_the_address_is_written() => Links.Who("Desk@Example.ORG").ShouldBe(Links.Who("desk@example.org"));

    [Fact]
    public void Only_the_holder_of_the_key_can_tell_who_a_link_is_for() =>
        new UnsubscribeLinks(new byte[32]).Who("desk@example.org").ShouldNotBe(Links.Who("desk@example.org"));

    public static TheoryData<string, string> Wrong() => new()
    {
        { "nothing", "" },
        { "a bare question mark", "?" },
        { "another list", Good.Query.Replace("morning", "evening", StringComparison.Ordinal) },
        { "no list", Good.Query.Replace("list=edition%3Amorning&", "", StringComparison.Ordinal) },
        { "another recipient", Good.Query.Replace("who=", "who=0", StringComparison.Ordinal) },
        { "another list with the line moved", Good.Query.Replace("%3Amorning&who=", "%3Amorning%0A&who=", StringComparison.Ordinal) },
        { "no signature", Good.Query[..Good.Query.IndexOf("sig=", StringComparison.Ordinal)] },
        { "an empty signature", Good.Query[..(Good.Query.IndexOf("sig=", StringComparison.Ordinal) + 4)] },
        { "half a signature", Good.Query[..^20] },
        { "a longer signature", Good.Query + "A" },
        { "a signature in capitals", Good.Query.ToUpperInvariant() },
        { "somebody else's key", new UnsubscribeLinks(new byte[32]).To(App, "edition:morning", "desk@example.org").Query },
        { "a very long query", Good.Query + "&x=" + new string('x', 10_000) },
        { "broken escapes", "?list=%E0%A4%A&who=%&sig=%zz" },
        { "null bytes", "?list=%00&who=%00&sig=%00" },
        { "half a pair", "?list=\uD83D&who=\uDE00&sig=\uD83D" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_not_signed_by_us_says_nothing(string what, string query) => Links.Read(query).ShouldBeNull(what);

    [Fact]
    public void Other_parameters_that_mail_programs_add_do_no_harm() => Links.Read(Good.Query + "&utm_source=mail").ShouldNotBeNull();

    [Theory]
    [InlineData("https://monitor.example.org/")]
    [InlineData("https://monitor.example.org")]
    public void A_slash_at_the_end_of_the_public_address_changes_nothing(string app) =>
        Links.To(new Uri(app), "alerts", "a@b.example").AbsolutePath.ShouldBe("/api/unsubscribe");
}
