using System.Text;
using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

/// <summary>Small pages for one behaviour each: an article of three paragraphs, and whatever the test puts beside it.</summary>
internal static class Pages
{
    public const string First = "The ferry left the wharf at noon with ninety people on board, the harbourmaster said on Tuesday.";
    public const string Second = "It turned back an hour later when the wind rose, and nobody was hurt in the swell at the heads.";
    public const string Third = "The company said that it would sail again in the morning if the forecast held, and that fares would be paid back.";

    public static readonly string Text = string.Join("\n\n", First, Second, Third);

    public static Article Read(string html, string? url = null, string? contentType = null) =>
        ArticleReader.Read(Encoding.UTF8.GetBytes(html), new PageHints(contentType, url is null ? null : new Uri(url)));

    /// <summary>The article with something between its first and second paragraph.</summary>
    public static Article With(string inside) => Read(Html("", inside, ""));

    /// <summary>The article with something before or after it.</summary>
    public static Article Beside(string before, string after = "") => Read(Html(before, "", after));

    public static Article Headed(string head, string? url = null) => Read(Html("", "", "", head), url);

    public static string Html(string before, string inside, string after, string head = "<title>Ferry turns back - The Wharf</title>") =>
        $"<!DOCTYPE html><html lang=\"en-NZ\"><head>{head}</head><body>{before}<main><h1>Ferry turns back</h1><div class=\"article-body\"><p>{First}</p>{inside}<p>{Second}</p><p>{Third}</p></div></main>{after}</body></html>";
}
