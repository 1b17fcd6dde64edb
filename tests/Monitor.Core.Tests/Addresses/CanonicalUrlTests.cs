using Monitor.Core.Addresses;

namespace Monitor.Core.Tests.Addresses;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("Drops_campaign_parameters", "https://outlet.example/story?utm_source=rss&UTM_Medium=feed&gclid=x", "https://outlet.example/story")]
    [InlineData("Drops_tracking_parameters_but_keeps_the_article_id", "https://outlet.example/article.cfm?c_id=1&objectid=11793548&fbclid=x", "https://outlet.example/article.cfm?c_id=1&objectid=11793548")]
    [InlineData("Keeps_an_unknown_parameter", "https://outlet.example/?p=17&xyz=1", "https://outlet.example/?p=17&xyz=1")]
    [InlineData("Keeps_the_order_and_the_writing_of_what_stays", "https://outlet.example/?b=2&utm_id=1&a=1+1&c", "https://outlet.example/?b=2&a=1+1&c")]
    [InlineData("Drops_a_referrer_word", "https://outlet.example/story?ref=rss", "https://outlet.example/story")]
    [InlineData("Drops_a_referrer_made_of_words", "https://outlet.example/story?from=rss-basic", "https://outlet.example/story")]
    [InlineData("Drops_a_numbered_post", "https://outlet.example/story?sf123456789=1", "https://outlet.example/story")]
    [InlineData("Reads_an_ampersand_that_was_escaped_twice", "https://outlet.example/story?id=7&amp;utm_source=x&amp;page=2", "https://outlet.example/story?id=7&page=2")]
    [InlineData("Keeps_a_reference_that_is_no_referrer_word", "https://outlet.example/story?ref=case-501&source=agency", "https://outlet.example/story?ref=case-501&source=agency")]
    [InlineData("Drops_what_tracks_on_one_site_only_there", "https://www.youtube.com/watch?v=abc&si=x", "https://www.youtube.com/watch?v=abc")]
    [InlineData("Keeps_elsewhere_what_tracks_on_one_site", "https://outlet.example/watch?v=abc&si=x", "https://outlet.example/watch?v=abc&si=x")]
    [InlineData("Drops_a_session", "https://outlet.example/story;jsessionid=0A1B?id=7&PHPSESSID=z", "https://outlet.example/story?id=7")]
    [InlineData("Drops_an_empty_query", "https://outlet.example/story?", "https://outlet.example/story")]
    public void Query(string rule, string url, string canonical) => Canonical(url).ShouldBe(canonical, rule);

    [Theory]
    [InlineData("A_telephone_host_becomes_www", "https://m.outlet.co.nz/a/1", "https://www.outlet.co.nz/a/1")]
    [InlineData("An_AMP_host_becomes_www", "https://amp.outlet.com.au/a/1", "https://www.outlet.com.au/a/1")]
    [InlineData("A_telephone_host_under_a_subdomain_loses_its_label", "https://m.news.outlet.example/a/1", "https://news.outlet.example/a/1")]
    [InlineData("Two_such_labels_go_together", "https://amp.m.outlet.example/a/1", "https://www.outlet.example/a/1")]
    [InlineData("A_language_before_the_label_stays", "https://mi.m.outlet.example/a", "https://mi.outlet.example/a")]
    [InlineData("A_company_called_AMP_keeps_its_name", "https://amp.com.au/news", "https://amp.com.au/news")]
    [InlineData("A_host_that_no_general_rule_finds", "https://i.stuff.co.nz/national/1/x", "https://www.stuff.co.nz/national/1/x")]
    [InlineData("Scheme_and_host_lose_their_case_but_the_path_does_not", "HTTPS://Outlet.EXAMPLE/Story/ABC", "https://outlet.example/Story/ABC")]
    [InlineData("A_default_port_goes", "http://outlet.example:80/a", "http://outlet.example/a")]
    [InlineData("Another_port_stays", "http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a")]
    [InlineData("A_trailing_dot_goes", "https://outlet.example./a", "https://outlet.example/a")]
    [InlineData("A_user_name_goes", "https://me:secret@outlet.example/a", "https://outlet.example/a")]
    [InlineData("A_name_in_another_script_is_written_in_ASCII", "https://māori.nz/a", "https://xn--mori-qsa.nz/a")]
    [InlineData("An_IPv6_address_keeps_its_brackets", "http://[2001:4860:4860:0::8888]:8080/a", "http://[2001:4860:4860::8888]:8080/a")]
    public void Host(string rule, string url, string canonical) => Canonical(url).ShouldBe(canonical, rule);

    [Theory]
    [InlineData("An_AMP_ending_goes", "https://outlet.example/2026/tale-of-two-cities/amp/", "https://outlet.example/2026/tale-of-two-cities/")]
    [InlineData("An_AMP_ending_after_a_number_goes", "https://outlet.example/news/507238/amp", "https://outlet.example/news/507238")]
    [InlineData("A_page_about_AMP_stays", "https://outlet.example/company/amp", "https://outlet.example/company/amp")]
    [InlineData("An_AMP_beginning_goes", "https://outlet.example/amp/news/tale-of-two-cities", "https://outlet.example/news/tale-of-two-cities")]
    [InlineData("An_AMP_extension_goes", "https://outlet.example/tale.amp", "https://outlet.example/tale")]
    [InlineData("An_AMP_extension_before_another_goes", "https://outlet.example/tale.amp.html", "https://outlet.example/tale.html")]
    [InlineData("An_AMP_switch_goes", "https://outlet.example/tale?outputType=amp&amp=1", "https://outlet.example/tale")]
    [InlineData("A_parameter_called_amp_with_a_meaning_stays", "https://outlet.example/tale?amp=45", "https://outlet.example/tale?amp=45")]
    [InlineData("A_print_view_goes", "https://outlet.example/index.php?view=entry&tmpl=component&print=1&id=3381", "https://outlet.example/index.php?view=entry&id=3381")]
    [InlineData("A_print_ending_goes", "https://outlet.example/tale-of-two-cities/print/", "https://outlet.example/tale-of-two-cities/")]
    [InlineData("An_index_name_goes", "https://outlet.example/politics/index.html", "https://outlet.example/politics/")]
    [InlineData("An_index_name_before_mere_tracking_goes", "https://outlet.example/politics/index.html?utm_source=x", "https://outlet.example/politics/")]
    [InlineData("An_index_that_was_asked_something_stays", "https://outlet.example/index.php?id=7", "https://outlet.example/index.php?id=7")]
    [InlineData("Dot_segments_are_walked", "https://outlet.example/a/./b/../c", "https://outlet.example/a/c")]
    [InlineData("An_empty_path_is_the_root", "https://outlet.example", "https://outlet.example/")]
    [InlineData("A_fragment_goes", "https://outlet.example/a#comments", "https://outlet.example/a")]
    [InlineData("A_fragment_that_a_script_routes_by_stays", "https://outlet.example/#!/article/7", "https://outlet.example/#!/article/7")]
    [InlineData("Percent_encoding_has_one_form", "https://outlet.example/%7euser/p%c4%81nui", "https://outlet.example/~user/p%C4%81nui")]
    [InlineData("Letters_outside_ASCII_are_encoded", "https://outlet.example/pānui", "https://outlet.example/p%C4%81nui")]
    [InlineData("White_space_around_it_goes", " \n https://outlet.example/a \t", "https://outlet.example/a")]
    [InlineData("A_line_break_within_goes", "https://outlet.exam\nple/a", "https://outlet.example/a")]
    public void Path(string rule, string url, string canonical) => Canonical(url).ShouldBe(canonical, rule);

    [Theory]
    [InlineData("Google_Alerts", "https://www.google.com/url?rct=j&sa=t&url=https://outlet.example/a%3Fid%3D7%26utm_source%3Dx&ct=ga")]
    [InlineData("Google_search", "https://www.google.co.nz/url?q=https%3A%2F%2Foutlet.example%2Fa%3Fid%3D7&sa=U")]
    [InlineData("Google_consent", "https://consent.google.com.au/m?continue=https://outlet.example/a?id%3D7&gl=AU")]
    [InlineData("Facebook", "https://l.facebook.com/l.php?u=https%3A%2F%2Foutlet.example%2Fa%3Fid%3D7%26fbclid%3Dz&h=AT0")]
    [InlineData("Bing_News", "http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=https%3a%2f%2foutlet.example%2fa%3fid%3d7&c=1")]
    [InlineData("Safe_Links", "https://aus01.safelinks.protection.outlook.com/?url=https%3A%2F%2Foutlet.example%2Fa%3Fid%3D7&data=05")]
    [InlineData("Proofpoint_v2", "https://urldefense.proofpoint.com/v2/url?u=https-3A__outlet.example_a-3Fid-3D7&d=Dw")]
    [InlineData("Proofpoint_v3", "https://urldefense.com/v3/__https://outlet.example/a?id=7__;!!abc")]
    [InlineData("The_AMP_cache", "https://outlet-example.cdn.ampproject.org/c/s/outlet.example/a?id=7")]
    [InlineData("The_AMP_viewer", "https://www.google.com/amp/s/outlet.example/a?id=7")]
    [InlineData("Google_News_before_2024", "https://news.google.com/rss/articles/CBMiHWh0dHBzOi8vb3V0bGV0LmV4YW1wbGUvYT9pZD030gEA?oc=5")]
    [InlineData("One_wrapper_in_another", "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dhttps%253A%252F%252Foutlet.example%252Fa%253Fid%253D7")]
    public void Takes_an_article_out_of_its_wrapper(string wrapper, string url) => Canonical(url).ShouldBe("https://outlet.example/a?id=7", wrapper);

    [Fact]
    public void A_wrapper_whose_target_is_not_spelled_stays() =>
        Canonical("https://news.google.com/rss/articles/CBMiWkFVX3lxTE5h?oc=5").ShouldBe("https://news.google.com/rss/articles/CBMiWkFVX3lxTE5h?oc=5");

    [Theory]
    [InlineData("https://google.com.outlet.example/url?q=https://elsewhere.example/")]
    [InlineData("https://notgoogle.com/url?q=https://elsewhere.example/")]
    public void A_host_that_only_looks_like_a_wrapper_stays(string url) => Canonical(url).ShouldBe(url);

    [Fact]
    public void A_wrapper_around_anything_but_a_web_address_stays() =>
        Canonical("https://www.google.com/url?q=javascript:alert(1)").ShouldBe("https://www.google.com/url?q=javascript:alert(1)");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("/news/1")]
    [InlineData("mailto:desk@outlet.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://outlet.example/a")]
    [InlineData("http://")]
    [InlineData("http://exa mple/")]
    [InlineData("http://[::1")]
    public void What_is_no_web_address_has_no_canonical_form(string? url) => CanonicalUrl.TryCreate(url).ShouldBeNull();

    [Fact]
    public void A_relative_address_is_resolved_against_the_base() =>
        CanonicalUrl.TryCreate("/news/1?utm_source=x", new Uri("https://outlet.example/feed.xml"))!.Value.ShouldBe("https://outlet.example/news/1");

    [Fact]
    public void An_address_longer_than_any_real_one_has_no_canonical_form() =>
        CanonicalUrl.TryCreate("https://outlet.example/" + new string('a', AddressPolicy.MaxLength)).ShouldBeNull();

    [Fact]
    public void The_article_id_is_16_hex_digits_of_the_SHA256_of_the_value() =>
        CanonicalUrl.TryCreate("https://outlet.example/")!.ArticleId.ShouldBe("27617b622df87461");

    [Fact]
    public void Two_ways_to_one_article_are_equal() =>
        CanonicalUrl.TryCreate("https://m.outlet.co.nz/a/1?ref=rss").ShouldBe(CanonicalUrl.TryCreate("https://www.outlet.co.nz/a/1#top"));

    [Fact]
    public void What_is_canonical_stays_as_it_is()
    {
        var random = new Random(501);
        string[] pieces = ["https://", "http://", "m.", "amp.", "outlet.co.nz", "/", "amp", "/print", "index.html", "?", "&", "=", "utm_x", "id", "7", "%7e", "%zz", "%", "#", "#!", "é", "@", ":80", ";jsessionid=", "[", "]", "\\", " ", "..", "https%3A%2F%2Fb.example", "url=", "www.google.com/url?q="];
        for (var i = 0; i < 20_000; i++)
        {
            var url = "https://" + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (CanonicalUrl.TryCreate(url) is { } once)
            {
                CanonicalUrl.TryCreate(once.Value).ShouldBe(once, url);
            }
        }
    }

    private static string? Canonical(string url) => CanonicalUrl.TryCreate(url)?.Value;
}
