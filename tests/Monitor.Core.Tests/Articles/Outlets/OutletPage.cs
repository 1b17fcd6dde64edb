using System.Text;
using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles.Outlets;

/// <summary>A page built as one outlet builds its pages, with words of our own, and what a careful editor would take from it.</summary>
public sealed record OutletPage(
    string Outlet,
    string Url,
    string Html,
    string Title,
    string[] Byline,
    string? Published,
    string? Modified,
    string[] Paragraphs,
    ArticleKind Kind = ArticleKind.Article,
    bool Partial = false)
{
    public Article Read() => ArticleReader.Read(Encoding.UTF8.GetBytes(Html), new PageHints("text/html; charset=utf-8", new Uri(Url)));

    public override string ToString() => Outlet;
}
