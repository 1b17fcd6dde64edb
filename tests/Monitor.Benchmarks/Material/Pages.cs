using System.Globalization;
using System.Text;

namespace Monitor.Benchmarks.Material;

/// <summary>News pages: those of the sample morning, and generated ones with all that outlets put around an article.</summary>
internal static class Pages
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Sample(), .. Generated()];

    private static IEnumerable<byte[]> Sample() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds", "demo"), "*.html", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where((_, i) => i % 10 == 0)
            .Select(File.ReadAllBytes);

    private static IEnumerable<byte[]> Generated() => Enumerable.Range(0, 20).Select(i => Encoding.UTF8.GetBytes(Page(new Prose(900 + i))));

    private static string Page(Prose prose)
    {
        var title = prose.Title();
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-NZ\" class=\"no-js\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(CultureInfo.InvariantCulture, $$"""
            <title>{{title}} | The Ledger</title>
            <link rel="canonical" href="https://ledger.example/{{prose.Slug()}}">
            <meta property="og:title" content="{{title}}"><meta property="og:site_name" content="The Ledger"><meta name="description" content="{{prose.Sentence()}}">
            <meta property="article:published_time" content="2026-11-19T05:10:00+13:00">
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"{{title}}","datePublished":"2026-11-19T05:10:00+13:00","publisher": {"@type": "Organization", "name": "The Ledger" }, "author":[{"@type":"Person", "name": "{{prose.Name()}} {{prose.Name()}}" }] }</script>

            """);
        for (var i = 0; i < 12; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<link rel=\"preload\" href=\"/static/chunk-{i}.js\" as=\"script\"><script>window.__q=window.__q||[];window.__q.push({{slot:{i},name:\"{prose.Slug()}\",sizes:[[300,250],[970,250]]}});</script>\n");
        }

        page.Append("</head>\n<body>\n<header class=\"site-header\"><nav aria-label=\"Main\"><ul class=\"menu\">");
        for (var i = 0; i < 60; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu__item menu__item--{i}\"><a class=\"menu__link\" href=\"/{prose.Word()}/{prose.Word()}\"><span>{prose.Name()}</span></a></li>");
        }

        page.Append(CultureInfo.InvariantCulture, $"</ul></nav></header>\n<main><article class=\"story\"><h1 class=\"story__title\">{title}</h1><div class=\"story__byline\">By <a href=\"/author\">{prose.Name()} {prose.Name()}</a> <time datetime=\"2026-11-19T05:10:00+13:00\">19 Nov 2026</time></div><div class=\"story__share\"><ul><li><button>Share</button></li><li><button>Save</button></li></ul></div><div class=\"story__body\">\n");
        for (var i = 0; i < 4; i++)
        {
            page.Append(Fragments.Article(prose)).Append(CultureInfo.InvariantCulture, $"<div class=\"ad ad--{i}\" aria-hidden=\"true\"><div id=\"slot-{i}\"></div></div><aside class=\"read-more\"><h3>Read more</h3><a href=\"/{prose.Slug()}\">{prose.Title()}</a></aside>\n");
        }

        page.Append("</div></article>\n<section class=\"related\"><h2>More from The Ledger</h2><div class=\"cards\">");
        for (var i = 0; i < 40; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"card\"><a href=\"/{prose.Slug()}\"><picture><source srcset=\"/p/{i}.webp\" type=\"image/webp\"><img src=\"/p/{i}.jpg\" alt=\"\" loading=\"lazy\"></picture><h3 class=\"card__title\">{prose.Title()}</h3><p class=\"card__teaser\">{prose.Sentence()}</p></a><span class=\"card__meta\">{prose.Name()}</span></div>\n");
        }

        page.Append("</div></section>\n<section class=\"comments\"><h2>Comments</h2>");
        for (var i = 0; i < 15; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"comment\"><strong>{prose.Name()}</strong><p>{prose.Paragraph()}</p><button>Reply</button></div>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</section></main>\n<footer><ul>{string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href=\"/about/{i}\">{prose.Name()}</a></li>"))}</ul><p>Copyright The Ledger 2026</p></footer>\n");
        var state = string.Join(',', Enumerable.Range(0, 80).Select(i => $"{{\"id\":{i},\"title\":\"{prose.Title()}\",\"teaser\":\"{prose.Sentence()}\"}}"));
        return page.Append(CultureInfo.InvariantCulture, $"<script>window.__STATE__={{\"stories\":[{state}]}};</script>\n</body>\n</html>\n").ToString();
    }
}
