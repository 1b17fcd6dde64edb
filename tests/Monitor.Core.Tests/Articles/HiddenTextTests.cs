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
}
