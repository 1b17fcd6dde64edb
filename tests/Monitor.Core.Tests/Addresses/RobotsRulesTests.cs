using System.Text;
using Monitor.Core.Addresses;

namespace Monitor.Core.Tests.Addresses;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("Nothing_said_allows", "", "/a", true)]
    [InlineData("An_empty_Disallow_forbids_nothing", "User-agent: *\nDisallow:", "/a", true)]
    [InlineData("A_slash_forbids_all", "User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("robots_txt_itself_is_always_allowed", "User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("A_path_is_a_prefix", "User-agent: *\nDisallow: /private", "/private-views/1", false)]
    [InlineData("Paths_have_case", "User-agent: *\nDisallow: /Private", "/private/1", true)]
    [InlineData("The_longest_rule_decides", "User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("The_longest_rule_decides_in_any_order", "User-agent: *\nAllow: /news/open\nDisallow: /news", "/news/shut", false)]
    [InlineData("Between_equals_Allow_wins", "User-agent: *\nDisallow: /news\nAllow: /news", "/news/1", true)]
    [InlineData("A_group_of_our_own_replaces_the_one_for_all", "User-agent: *\nDisallow: /\n\nUser-agent: Monitor\nDisallow: /x", "/a", true)]
    [InlineData("Our_name_has_no_case_and_may_carry_a_version", "User-agent: monitor/1.0\nDisallow: /", "/a", false)]
    [InlineData("A_longer_name_is_not_ours", "User-agent: MonitorBot\nDisallow: /", "/a", true)]
    [InlineData("One_group_may_have_several_names", "User-agent: Other\nUser-agent: Monitor\nDisallow: /", "/a", false)]
    [InlineData("Groups_with_our_name_are_joined", "User-agent: Monitor\nDisallow: /a\n\nUser-agent: Other\nAllow: /\n\nUser-agent: Monitor\nDisallow: /b", "/a", false)]
    [InlineData("A_rule_before_any_group_is_nobodys", "Disallow: /\nUser-agent: *\nAllow: /", "/a", true)]
    [InlineData("A_star_stands_for_anything", "User-agent: *\nDisallow: /*/print", "/news/1/print/2", false)]
    [InlineData("A_dollar_ends_the_path", "User-agent: *\nDisallow: /*.pdf$", "/report.pdf", false)]
    [InlineData("A_dollar_does_not_fit_what_goes_on", "User-agent: *\nDisallow: /*.pdf$", "/report.pdf?page=2", true)]
    [InlineData("A_dollar_after_a_repeated_piece_looks_at_the_last", "User-agent: *\nDisallow: /*a$", "/banana", false)]
    [InlineData("Pieces_between_stars_come_in_order", "User-agent: *\nDisallow: /*b*a", "/ab", true)]
    [InlineData("A_query_is_part_of_the_path", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("A_comment_ends_the_line", "User-agent: * # all\nDisallow: /a # not b", "/a b", false)]
    [InlineData("Spaces_and_cases_of_names_do_not_matter", "  USER-AGENT :  *\r\n\tdisallow\t:\t/a\r\n", "/a", false)]
    [InlineData("Old_line_ends_count", "User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("A_byte_order_mark_is_no_letter", "\ufeffUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("A_pattern_without_a_slash_starts_at_the_root", "User-agent: *\nDisallow: a", "/a", false)]
    [InlineData("Letters_outside_ASCII_fit_their_octets", "User-agent: *\nDisallow: /pānui", "/p%C4%81nui", false)]
    [InlineData("Needless_encoding_does_not_matter", "User-agent: *\nDisallow: /%7euser", "/~user/1", false)]
    [InlineData("A_sitemap_line_does_not_end_a_group", "User-agent: *\nSitemap: https://outlet.example/s.xml\nDisallow: /a", "/a", false)]
    [InlineData("A_page_instead_of_a_robots_txt_says_nothing", "<!DOCTYPE html><html>\nDisallow: /\n</html>", "/a", true)]
    public void Rules(string rule, string robotsTxt, string path, bool allowed) =>
        Parse(robotsTxt).Allows(new Uri("https://outlet.example" + path)).ShouldBe(allowed, rule);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 10\n\nUser-agent: Monitor\nCrawl-delay: 2", 2.0)]
    [InlineData("User-agent: *\nCrawl-delay: 10\n\nUser-agent: Monitor\nAllow: /", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e99", null)]
    public void A_crawl_delay_is_that_of_our_group(string robotsTxt, double? seconds) => Parse(robotsTxt).CrawlDelay?.TotalSeconds.ShouldBe(seconds!.Value);

    [Fact]
    public void A_host_whose_robots_txt_fails_forbids_all_but_that_file()
    {
        RobotsRules.ForbidAll.Allows(new Uri("https://outlet.example/a")).ShouldBeFalse();
        RobotsRules.AllowAll.Allows(new Uri("https://outlet.example/a")).ShouldBeTrue();
    }

    [Fact]
    public void What_lies_beyond_the_bound_is_left_out()
    {
        var padding = new string('#', RobotsRules.MaxBytes) + "\n";
        Parse(padding + "User-agent: *\nDisallow: /").Allows(new Uri("https://outlet.example/a")).ShouldBeTrue();
    }

    [Fact]
    public void Rules_beyond_the_bound_are_left_out()
    {
        var rules = string.Concat(Enumerable.Range(0, RobotsRules.MaxRules).Select(i => $"Disallow: /{i}/\n"));
        Parse("User-agent: *\n" + rules + "Disallow: /a").Allows(new Uri("https://outlet.example/a")).ShouldBeTrue();
    }

    [Fact]
    public void Hostile_bytes_are_skipped()
    {
        var random = new Random(501);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            RobotsRules.Parse([.. "User-agent: *\nDisallow: "u8, .. bytes], "Monitor").Allows(new Uri("https://outlet.example/a"));
        }
    }

    private static RobotsRules Parse(string robotsTxt) => RobotsRules.Parse(Encoding.UTF8.GetBytes(robotsTxt), "Monitor");
}
