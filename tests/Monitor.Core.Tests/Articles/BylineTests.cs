namespace Monitor.Core.Tests.Articles;

public class BylineTests
{
    [Theory]
    [InlineData("By Jo Marsh", "Jo Marsh")]
    [InlineData("By Jo Marsh and Hemi Ngata", "Jo Marsh", "Hemi Ngata")]
    [InlineData("Jo Marsh, Political reporter", "Jo Marsh")]
    [InlineData("Jo Marsh, Hemi Ngata & Ana Petrov", "Jo Marsh", "Hemi Ngata", "Ana Petrov")]
    [InlineData("JO MARSH", "Jo Marsh")]
    [InlineData("Von Ute Kranz und Jan de Boer", "Ute Kranz", "Jan de Boer")]
    [InlineData("https://example.org/authors/jo")]
    public void Names_in_the_meta_element(string content, params string[] names) =>
        Pages.Headed($"<meta name='author' content='{content}'>").Byline.ShouldBe(names);

    [Fact]
    public void Names_in_the_line_above_the_text() =>
        Pages.Read($"<html><body><h1>Ferry turns back</h1><p>By Jo Marsh</p><p>{Pages.First}</p><p>{Pages.Second}</p></body></html>").Byline.ShouldBe(["Jo Marsh"]);

    [Fact]
    public void The_outlet_s_own_name_is_nobody_s() =>
        Pages.Headed("<meta property='og:site_name' content='The Wharf'><meta name='author' content='The Wharf'>").Byline.ShouldBeEmpty();

    [Fact]
    public void People_named_by_reference_are_found() =>
        Pages.Headed("""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","author":[{"@id":"#p1"}]},{"@id":"#p1","@type":"Person","name":"Jo Marsh"}]}</script>""")
            .Byline.ShouldBe(["Jo Marsh"]);
}
