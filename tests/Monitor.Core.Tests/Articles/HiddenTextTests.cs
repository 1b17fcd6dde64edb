namespace Monitor.Core.Tests.Articles;

public class HiddenTextTests
{
    private static readonly string LongBody = string.Join("\\n\\n", Pages.First, Pages.Second, Pages.Third, Pages.First + " Again.", Pages.Second + " Again.");

    [Fact]
    public void A_body_in_JSON_LD_is_taken_where_the_page_shows_none_of_it() =>
        Pages.Read($"<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry turns back\",\"articleBody\":\"{LongBody}\"}}</script></head><body><h1>Ferry turns back</h1></body></html>")
            .Text.ShouldStartWith(Pages.Text);

    [Fact]
    public void Broken_JSON_LD_is_mended() =>
        Pages.Read($"<html><head><script type='application/ld+json'>/*<![CDATA[*/ {{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nturns back\",\"description\":\"It\\'s rough\",\"articleBody\":\"{LongBody}\",}} /*]]>*/;</script></head><body></body></html>")
            .Text.ShouldStartWith(Pages.Text);

    [Fact]
    public void The_elements_win_where_they_have_the_text_in_paragraphs() =>
        Pages.Headed($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Pages.First} {Pages.Second} {Pages.Third}\"}}</script>").Text.ShouldBe(Pages.Text);

    [Fact]
    public void Paragraphs_in_a_script_s_state_are_found() =>
        Pages.Read($"<html><body><div id='app'>Loading</div><script id='__NEXT_DATA__' type='application/json'>{{\"props\":{{\"menu\":[\"Home\",\"Sport\"],\"story\":{{\"blocks\":[{{\"type\":\"p\",\"text\":\"{Pages.First}\"}},{{\"type\":\"image\"}},{{\"type\":\"p\",\"text\":\"{Pages.Second}\"}},{{\"type\":\"p\",\"text\":\"{Pages.Third}\"}},{{\"type\":\"p\",\"text\":\"{Pages.First} And so on, until the evening.\"}},{{\"type\":\"p\",\"text\":\"{Pages.Second} And so on, until the night.\"}}]}}}}}}</script></body></html>")
            .Text.ShouldStartWith(Pages.Text);

    [Fact]
    public void HTML_in_a_script_s_assignment_is_read_as_HTML() =>
        Pages.Read($"<html><body><script>window.__STATE__ = {{\"body\":\"<p>{Pages.First}<\\/p><p>{Pages.Second}<\\/p><p>{Pages.Third}<\\/p><p>{Pages.First} And so on.<\\/p><p>{Pages.Second} And so on.<\\/p>\"}};</script></body></html>")
            .Text.ShouldStartWith(Pages.Text);

    [Fact]
    public void A_state_quoted_inside_a_call_is_unquoted()
    {
        var state = System.Text.Json.JsonSerializer.Serialize($"{{\"paragraphs\":[\"{Pages.First}\",\"{Pages.Second}\",\"{Pages.Third}\",\"{Pages.First} And so on.\",\"{Pages.Second} And so on.\"]}}");
        Pages.Read($"<html><body><script>window.INITIAL_STATE = JSON.parse({state});</script></body></html>").Text.ShouldStartWith(Pages.Text);
    }

    private static readonly string[] Five = [Pages.First, Pages.Second, Pages.Third, Pages.First + " And so on.", Pages.Second + " And so on."];

    public static TheoryData<string, string> States() => new()
    {
        { "assignments one after the other", $"<script>window.F=window.F||{{}};F.site=\"x\";F.content={{\"type\":\"story\",\"content_elements\":[{Joined(text => $"{{\"type\":\"text\",\"content\":{Json(text)}}}")}]}};F.last=1;</script>" },
        { "objects that point to each other", $"<script>window.__APOLLO_STATE__={{\"Article:1\":{{\"body\":[{{\"__ref\":\"P:0\"}}]}},{Joined(text => $"\"P:{text.Length}\":{{\"text\":{Json(text)}}}")}}};</script>" },
        { "the argument of a function", $"<script>window.__NUXT__=(function(a,b){{return {{data:[{{story:{{id:b,body:a}}}}]}}}}({Json(string.Concat(Five.Select(text => $"<p>{text}</p>"))).Replace("</", "<\\u002F")},12));</script>" },
        { "a flat list of values", $"<script type='application/json'>[{{\"data\":1}},{{\"body\":2}},{Json(string.Concat(Five.Select(text => $"<p>{text}</p>"))).Replace("</", "<\\u002F")}]</script>" },
        { "rows pushed piece by piece", $"<script>self.__f.push([1,{Json($"1:[\"$\",\"article\",null,{{\"children\":[{Joined(text => $"[\"$\",\"p\",null,{{\"children\":{Json(text)}}}]")}]}}]\n")}])</script>" },
        { "quoted in single quotes", $"<script>window.S = JSON.parse('{{\"paragraphs\":[{Joined(text => $"{{\"text\":{Json(text)}}}")}]}}');</script>" },
        { "an attribute", $"<div data-page='{{\"props\":{{\"body\":[{Joined(text => Json(text))}]}}}}'></div>" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Text_that_the_page_holds_only_as_data_is_found_in(string what, string state) =>
        Pages.Read($"<html><body><div id='app'>Loading</div>{state}</body></html>").Text.ShouldStartWith(Pages.Text, Case.Sensitive, what);

    [Fact]
    public void What_an_element_shows_from_its_shadow_is_shown() =>
        Pages.Read($"<html><body><news-story><template shadowrootmode='open'><article><p>{Pages.First}</p><p>{Pages.Second}</p><p>{Pages.Third}</p></article></template></news-story></body></html>")
            .Text.ShouldBe(Pages.Text);

    [Fact]
    public void A_gallery_is_told_below_its_pictures() =>
        Pages.Read($"<html><body><article><h1>Ferry turns back</h1>{string.Concat(Five.Select(text => $"<figure><img src='x'><figcaption>{text} Photo: A. Person</figcaption></figure>"))}</article></body></html>")
            .Text.ShouldContain(Pages.Third);

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Joined(Func<string, string> each) => string.Join(',', Five.Select(each));
}
