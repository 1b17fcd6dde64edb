using System.Globalization;
using System.Text;

namespace Monitor.Benchmarks.Material;

/// <summary>HTML as it stands in feeds: paragraphs with links and emphasis, a figure, a list, a quotation, now and then a script or a tracking picture.</summary>
internal static class Fragments
{
    public static IReadOnlyList<string> Many(int count = 200)
    {
        var prose = new Prose(7);
        return [.. Enumerable.Range(0, count).Select(_ => Article(prose))];
    }

    public static string Article(Prose prose)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""<figure class="wp-block-image size-large"><img src="/pictures/{prose.Slug()}.jpg" width="1024" height="683" alt="{prose.Title()}" srcset="/a-300.jpg 300w, /a-768.jpg 768w" loading="lazy"><figcaption>{prose.Sentence()}</figcaption></figure>""");
        var paragraphs = prose.Random.Next(5, 15);
        for (var i = 0; i < paragraphs; i++)
        {
            html.Append(prose.Random.Next(10) switch
            {
                0 => $"<h2>{prose.Title()}</h2>\n",
                1 => $"<blockquote><p>\u201C{prose.Sentence()}\u201D</p></blockquote>\n",
                2 => $"<ul><li>{prose.Sentence()}</li><li>{prose.Sentence()}</li><li>{prose.Sentence()}</li></ul>\n",
                _ => $"<p class=\"story-body__p\" data-index=\"{i}\">{prose.Sentence()} <a href=\"https://news.example/{prose.Slug()}?utm_source=rss&amp;utm_medium=feed\" target=\"_blank\" rel=\"noopener\">{prose.Title()}</a>, {prose.Sentence()} <strong>{prose.Name()} {prose.Name()}</strong> &mdash; {prose.Paragraph()}</p>\n",
            });
        }

        if (prose.Random.Next(4) == 0)
        {
            html.Append("<script async src=\"https://widgets.example/embed.js\" onload=\"go()\"></script>");
        }

        return html.Append("<img src=\"https://count.example/pixel.gif?id=1\" width=\"1\" height=\"1\" alt=\"\">").ToString();
    }
}
