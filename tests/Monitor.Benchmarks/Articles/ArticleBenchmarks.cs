using System.Text;
using AngleSharp.Html.Parser;
using Monitor.Benchmarks.Material;
using Monitor.Benchmarks.Measuring;
using Monitor.Benchmarks.Peers;
using Monitor.Core.Articles;

namespace Monitor.Benchmarks.Articles;

internal static class ArticleBenchmarks
{
    /// <summary>Bytes to article, against AngleSharp's parse of the same pages, already decoded, into a document.</summary>
    public static Outcome Parse()
    {
        var texts = Pages.All.Select(Encoding.UTF8.GetString).ToList();
        var parser = new HtmlParser();
        return Race.Of(
            () => Pages.All.Sum(Length),
            () => texts.Sum(text =>
            {
                using var document = parser.ParseDocument(text);
                return (long)document.Body!.ChildNodes.Length;
            }));
    }

    /// <summary>How many times as fast as readability, which gives a title and a body and nothing else.</summary>
    public static Outcome AgainstReadability() =>
        PythonPeer.Times("time_readability.py", "python3-readability", [.. Pages.All.Where((_, i) => i % 2 == 0)], Length);

    private static long Length(byte[] page) => ArticleReader.Read(page).Text.Length;
}
