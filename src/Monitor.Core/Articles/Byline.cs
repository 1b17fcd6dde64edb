using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>
/// The names of those who wrote the article. Sources by trust: JSON-LD, meta elements, links and elements marked as the
/// author's, a short block that begins with "By". Words before names and roles after them are dropped.
/// </summary>
internal static class Byline
{
    private const int MostNames = 12;
    private const int LongestName = 60;

    private static readonly string[] Openings =
    [
        "by ", "by: ", "written by ", "words by ", "story by ", "report by ", "posted by ", "published by ", "author: ", "authors: ", "analysis by ",
        "opinion by ", "reported by ", "exclusive by ",
        "von ", "von: ", "ein beitrag von ", "ein kommentar von ", "eine analyse von ", "text: ", "autor: ", "autorin: ", "par ", "por ", "por: ",
        "di ", "door ", "af ", "av ", "autor ", "автор: ", "texto: ", "redação ",
    ];

    private static readonly string[] Divisions = [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " with ", " mit ", ";", "|",
        " / ", "•", "·", "\n"];

    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
    [
        "reporter", "editor", "correspondent", "journalist", "writer", "columnist", "producer", "photographer", "analyst", "contributor",
        "contributing", "chief", "senior", "staff", "political", "politics", "national", "business", "foreign", "deputy", "associate",
        "host", "presenter", "lecturer", "professor", "fellow", "researcher", "digital", "online", "news", "redakteur", "redakteurin",
        "korrespondent", "korrespondentin", "reporterin", "journalistin", "bureau", "affairs", "editor-in-chief", "manager", "director", "managing",
        "university", "institute", "institution", "department", "school", "college", "centre", "faculty", "email", "contact", "updated", "published",
        "mailto",
    ]);

    // What stands where a name should: labels, accounts.
    private static readonly FrozenSet<string> Nobody = FrozenSet.ToFrozenSet(
        ["posted on", "veröffentlicht am", "name", "admin", "administrator", "author", "editor", "unknown", "none", "null", "undefined", "guest",
            "anonymous", "staff", "webmaster", "redaction", "root", "user"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NameClasses = FrozenSet.ToFrozenSet(["author", "authors", "byline", "autor", "autoren", "auteur",
        "autore", "redakteur", "writer"]);

    public static IReadOnlyList<string> Of(PageTree tree, MainContent main, PageMetadata metadata, StructuredArticle? structured, string? siteName)
    {
        var site = Wording.Of(siteName);
        foreach (var source in Sources(tree, main, metadata, structured))
        {
            var names = source.SelectMany(Names).DistinctBy(Wording.Of).Where(n => Wording.Of(n) != site).Take(MostNames).ToArray();
            var people = names.Where(n => n.Contains(' ', StringComparison.Ordinal)).ToArray();
            if (people.Length > 0)
            {
                return people.Length < names.Length && names.Length <= 2 ? people : names;
            }

            if (names.Length > 0)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>The names in one line: "By Jane Doe and John Roe, Political Reporter" holds two.</summary>
    public static IEnumerable<string> Names(string? line)
    {
        var text = OneLine.Of(line);
        if (text is null || text.Length > 300 || text.Contains("://", StringComparison.Ordinal) || text.StartsWith('@'))
        {
            yield break;
        }

        foreach (var part in Parts(WithoutOpening(text)))
        {
            var name = WithoutOpening(part.Trim(' ', ',', '.', '-', '–', ':', '(', ')', '*'));
            if (name.Length is > 1 and <= LongestName && !IsRole(name) && !Nobody.Contains(name) && !IsHost(name)
                && !name.AsSpan(1).ContainsAnyInRange('0', '9') && !name.Contains('@', StringComparison.Ordinal) && name.Count(c => c == ' ') <= 5
                && name.Any(char.IsLetter))
            {
                yield return IsShouted(name) ? Titled(name) : name;
            }
        }
    }

    /// <summary>The line begins as bylines do, and a capital follows.</summary>
    public static bool Opens(string text) => Openings.Any(o => text.StartsWith(o, StringComparison.OrdinalIgnoreCase)) && text.Length > 4
        && char.IsUpper(text[text.IndexOf(' ', StringComparison.Ordinal) + 1]);

    private static IEnumerable<IEnumerable<string?>> Sources(PageTree tree, MainContent main, PageMetadata metadata, StructuredArticle? structured)
    {
        yield return structured?.Authors ?? [];
        foreach (var name in (string[])["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
            "og:article:author", "cXenseParse:author", "itemprop:author"])
        {
            yield return metadata.All(name);
        }

        yield return Marked(tree, main).Take(3);
        yield return tree.Blocks.Where(b => b.Mass < 100 && Opens(b.Text) && !b.EndsSentence).Select(b => b.Text).Take(1);
    }

    private static IEnumerable<string> Marked(PageTree tree, MainContent main)
    {
        var end = main.Root?.End ?? int.MaxValue;
        foreach (var node in tree.Nodes)
        {
            if (node.Index >= end)
            {
                yield break;
            }

            var marked = node.Element.GetAttribute("rel") is "author"
                || (node.Element.GetAttribute("itemprop") is "author" or "creator")
                || (node.Tag is "a" or "span" or "p" or "div" or "strong" && node.Names.Names.Any(n => n.Length <= 4 && n.Any(NameClasses.Contains)));
            if (marked && node.Element.TextContent is { Length: > 2 and < 120 } text && Names(text).Any())
            {
                yield return text;
            }
        }
    }

    private static string WithoutOpening(string text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return text[opening.Length..];
            }
        }

        return text;
    }

    private static string[] Parts(string text)
    {
        var divided = text;
        foreach (var division in Divisions)
        {
            divided = divided.Replace(division, ",", StringComparison.OrdinalIgnoreCase);
        }

        return divided.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool IsRole(string name)
    {
        foreach (var word in name.ToLowerInvariant().Split(' '))
        {
            if (Roles.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    // "mdr.de"
    private static bool IsHost(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.LastIndexOf('.') is > 0 and var dot && name.Length - dot is 3 or 4
            && name.AsSpan(dot + 1).ContainsAnyExceptInRange('a', 'z') is false;

    private static bool IsShouted(string name) => name.Contains(' ', StringComparison.Ordinal) && name.All(c => !char.IsLower(c)) && name.Length > 6;

    private static string Titled(string name)
    {
        var letters = name.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || letters[i - 1] is ' ' or '-' or '\'' or '’' or '.')
            {
                letters[i] = char.ToUpperInvariant(letters[i]);
            }
        }

        return new string(letters);
    }
}
