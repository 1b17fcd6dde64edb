namespace Monitor.Core.Tests.Articles;

public class PageFactsTests
{
    [Theory]
    [InlineData("<html lang='en-nz'>", "en-NZ")]
    [InlineData("<html lang='mi'>", "mi")]
    [InlineData("<html lang='en_AU'>", "en-AU")]
    [InlineData("<html lang='{{lang}}'>", null)]
    [InlineData("<html>", null)]
    public void The_language_is_a_tag(string html, string? tag) => Pages.Read($"{html}<body><p>{Pages.First}</p></body></html>").Language.ShouldBe(tag);

    [Fact]
    public void The_outlet_s_name_is_as_the_page_gives_it() => Pages.Headed("<meta property='og:site_name' content='The Wharf'>").SiteName.ShouldBe("The Wharf");

    [Fact]
    public void A_canonical_address_may_be_relative() =>
        Pages.Headed("<link rel='canonical' href='/a/1'>", "https://wharf.example/a/1?from=x").CanonicalUrl.ShouldBe("https://wharf.example/a/1");

    [Fact]
    public void A_canonical_address_that_names_the_front_page_is_not_believed() =>
        Pages.Headed("<link rel='canonical' href='https://wharf.example/'>", "https://wharf.example/a/1").CanonicalUrl.ShouldBe("https://wharf.example/a/1");

    [Fact]
    public void A_canonical_address_that_is_a_script_is_not_believed() =>
        Pages.Headed("<link rel='canonical' href='javascript:alert(1)'>").CanonicalUrl.ShouldBeNull();
}
