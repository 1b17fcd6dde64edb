using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Monitor.Core.Feeds;

/// <summary>
/// Reads feeds.opml, the list of feeds that the desk follows: OPML 2.0 (http://opml.org/spec2.opml) with four attributes of
/// our own on an outline: <c>id</c>, <c>outlet</c>, <c>country</c> (NZ or AU) and <c>readPages</c> (true or false).
/// An outline with xmlUrl is a feed; one without is a folder. What <c>isComment="true"</c> marks is not followed.
/// </summary>
public static class Opml
{
    /// <summary>Namespace in which our attributes may also be written, for tools that insist on the letter of OPML 2.0.</summary>
    public const string Namespace = "urn:monitor:feeds";

    private const int MaxIdLength = 64;

    /// <summary>Never throws. A problem that is an error refuses the file.</summary>
    /// <param name="fileName">As it shall stand in the problems.</param>
    /// <param name="text">The file's text, with or without a byte-order mark.</param>
    public static OpmlLoad Load(string fileName, string text)
    {
        var (document, problem) = OpmlXml.Read(fileName, text);
        if (document is null)
        {
            return new([], [problem!]);
        }

        var feeds = new List<FollowedFeed>();
        var problems = new List<ConfigProblem>();
        foreach (var outline in Outlines(document))
        {
            if (Follow(fileName, outline, problems) is { } feed)
            {
                feeds.Add(feed);
            }
        }

        if (feeds.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(fileName, 0, "names no feed: add an <outline xmlUrl=\"...\"> to its <body>"));
        }

        FindDuplicates(fileName, feeds, problems);
        return new(feeds, [.. problems.OrderBy(found => found.Line)]);
    }

    /// <summary>Stable for an address: 16 hex digits of the SHA-256 of its absolute form.</summary>
    public static string IdOf(Uri url) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)))[..16];

    /// <summary>The outlines that are in force, parents before children.</summary>
    internal static IEnumerable<XElement> Outlines(XDocument document) =>
        document.Root!.Elements()
            .Where(element => element.Name.LocalName == "body")
            .SelectMany(Children);

    /// <summary>An attribute by OPML's name or ours, whatever its case; null where it is missing or blank.</summary>
    internal static string? Value(XElement outline, string name) =>
        outline.Attributes()
            .Where(attribute => attribute.Name.NamespaceName is "" or Namespace
                && attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(attribute => attribute.Value.Trim())
            .FirstOrDefault(value => value.Length > 0);

    private static IEnumerable<XElement> Children(XElement parent)
    {
        foreach (var outline in parent.Elements().Where(element => element.Name.LocalName == "outline"))
        {
            if (Value(outline, "isComment") is { } comment && comment.Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            yield return outline;
            foreach (var child in Children(outline))
            {
                yield return child;
            }
        }
    }

    private static FollowedFeed? Follow(string fileName, XElement outline, List<ConfigProblem> problems)
    {
        var line = OpmlXml.Line(outline);
        var name = Value(outline, "text") ?? Value(outline, "title");
        void Refuse(string message) => problems.Add(new(fileName, line, message));

        if (Value(outline, "xmlUrl") is not { } address)
        {
            if (Value(outline, "type") is not null || !outline.Elements().Any())
            {
                Refuse($"outline {Quote(name)} has no xmlUrl: give the feed's address, or take the outline out");
            }

            return null;
        }

        if (Address(address) is not { } url)
        {
            Refuse($"xmlUrl {Quote(address)} is not an http or https address: copy it from the outlet's own page");
            return null;
        }

        var id = Value(outline, "id");
        if (id is not null && !IsId(id))
        {
            Refuse($"id {Quote(id)} may hold only lower-case letters, digits and hyphens, at most {MaxIdLength}");
        }

        var country = Value(outline, "country") ?? "";
        if (!IsCountry(country))
        {
            Refuse($"country {Quote(country)} is unknown: write NZ or AU, or leave it out");
        }

        var readPages = Value(outline, "readPages") ?? "false";
        if (!IsYesOrNo(readPages))
        {
            Refuse($"readPages is {Quote(readPages)}: write true or false");
        }

        name ??= Value(outline, "outlet") ?? url.Host;
        return new(id ?? IdOf(url), name, url, Value(outline, "outlet") ?? name, country, readPages == "true", line);
    }

    private static void FindDuplicates(string fileName, List<FollowedFeed> feeds, List<ConfigProblem> problems)
    {
        var ids = new Dictionary<string, FollowedFeed>(StringComparer.Ordinal);
        var addresses = new Dictionary<string, FollowedFeed>(StringComparer.Ordinal);
        foreach (var feed in feeds)
        {
            if (!addresses.TryAdd(AddressKey(feed.Url), feed))
            {
                var first = addresses[AddressKey(feed.Url)].Line;
                problems.Add(new(fileName, feed.Line, $"the address {feed.Url} is followed already on line {first}: keep one of the two"));
            }
            else if (!ids.TryAdd(feed.Id, feed))
            {
                problems.Add(new(fileName, feed.Line, $"id {Quote(feed.Id)} is used already on line {ids[feed.Id].Line}: give each feed its own"));
            }
        }
    }

    /// <summary>The same for two ways to write one address: http or https, a host in capitals, a fragment, a last slash.</summary>
    internal static string AddressKey(Uri url) =>
        url.GetComponents(UriComponents.HostAndPort | UriComponents.PathAndQuery, UriFormat.UriEscaped)
            .Replace(":80/", "/", StringComparison.Ordinal)
            .Replace(":443/", "/", StringComparison.Ordinal)
            .TrimEnd('/');

    /// <summary>The absolute http or https address that a text is; null where it is none.</summary>
    internal static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;

    /// <summary>Whether an attribute may stand in feeds.opml: ours where it is right, and every other.</summary>
    internal static bool IsAcceptable(XAttribute attribute, IReadOnlySet<string> takenIds)
    {
        if (attribute.Name.NamespaceName is not ("" or Namespace))
        {
            return true;
        }

        var value = attribute.Value.Trim();
        return value.Length == 0 || attribute.Name.LocalName.ToUpperInvariant() switch
        {
            "ID" => IsId(value) && !takenIds.Contains(value),
            "COUNTRY" => IsCountry(value),
            "READPAGES" => IsYesOrNo(value),
            _ => true,
        };
    }

    private static bool IsCountry(string text) => text is "" or "NZ" or "AU";

    private static bool IsYesOrNo(string text) => text is "true" or "false";

    private static bool IsId(string id) =>
        id.Length <= MaxIdLength && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    internal static string Quote(string? value) => $"\"{Plain(value)}\"";

    /// <summary>One short line that XML and a terminal can take, whatever the file held.</summary>
    internal static string Plain(string? value) =>
        new([.. (value ?? string.Empty).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(80)]);
}
