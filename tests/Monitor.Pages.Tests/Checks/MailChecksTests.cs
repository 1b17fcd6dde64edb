namespace Monitor.Pages.Tests.Checks;

/// <summary>No mail has an error in the programs that a government desk uses: Outlook on Windows, Outlook.com, Apple Mail and Gmail.</summary>
public class MailChecksTests(CheckedMails mails) : IClassFixture<CheckedMails>
{
    public static TheoryData<string> Names => [.. SampleMails.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_well_formed_and_accessible_by_its_markup(string mail) => mails.Of(mail, "html-validate").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Uses_only_what_those_programs_support(string mail) => mails.Of(mail, "caniemail").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_accessible_as_it_is_rendered_in_the_light_and_in_the_dark(string mail)
    {
        NeedsBrowser();
        mails.Of(mail, "axe").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fits_a_phone_and_a_desktop_without_scrolling_sideways(string mail)
    {
        NeedsBrowser();
        mails.Of(mail, "width").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("html-validate")]
    [InlineData("caniemail")]
    [InlineData("axe")]
    [InlineData("width")]
    public void Each_check_finds_the_fault_that_was_planted_for_it(string check)
    {
        if (check is "axe" or "width")
        {
            NeedsBrowser();
        }

        mails.Of($"planted-{check}", check).ShouldNotBeEmpty();
    }

    private void NeedsBrowser() => Assert.SkipUnless(mails.HasBrowser, "Chromium is not here: install it, or name it in MONITOR_CHROMIUM");
}
