using System.Globalization;
using System.Net;
using System.Security;
using System.Text;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// An outlet, or somebody who got hold of one: each string stands as headline, byline and summary of an entry, and as headline,
/// byline and paragraph of its page. Every page is about the Anzus treaty and about nothing else that two of them share.
/// </summary>
internal static class HostileOutlet
{
    public static string Feed(string origin, IReadOnlyList<string> strings, DateTimeOffset published)
    {
        var feed = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Hostile</title>");
        for (var i = 0; i < strings.Count; i++)
        {
            var text = SecurityElement.Escape(strings[i]);
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>{text}</title><link>{origin}/{i}</link><guid>{i}</guid><dc:creator>{text}</dc:creator><description>{text} The Anzus treaty.</description><pubDate>{published:R}</pubDate></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    /// <summary>The string stands as text, as an attribute, and as it is: the reader must cope with all three.</summary>
    public static string Page(string text, int number)
    {
        var encoded = WebUtility.HtmlEncode(text);
        return $"<!doctype html><html lang=\"en-NZ\"><head><title>{encoded}</title><meta name=\"author\" content=\"{encoded}\"></head><body><main><article>"
            + $"<h1>{encoded}</h1><p class=\"byline\">By {encoded}</p><p>{Prose(number, 0)} Anzus treaty {Prose(number, 1)}.</p>"
            + $"<p>{encoded} {Prose(number, 2)} Anzus treaty {Prose(number, 3)}.</p><p>{Prose(number, 4)} Anzus {Prose(number, 5)}.</p>"
            // Last, because what it opens may never be closed.
            + $"<div>{text}</div></article></main></body></html>";
    }

    // Words of no language, other ones in every page: two pages must not pass for copies.
    private static string Prose(int number, int part) => string.Join(' ', Enumerable.Range(0, 12).Select(word => Word((((number * 6) + part) * 12) + word)));

    private static string Word(int number)
    {
        const string Consonants = "bdfghklmnprstvz";
        const string Vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = (uint)(number + 1) * 2654435761u; word.Length < 8; rest = (rest / 75) + 7)
        {
            word.Append(Consonants[(int)(rest % 15)]).Append(Vowels[(int)(rest / 15 % 5)]);
        }

        return word.ToString();
    }
}
