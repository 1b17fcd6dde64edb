using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>How much an element's tag and names promise that it holds the article's text and nothing else: 1 says nothing.</summary>
internal static class ContentNames
{
    private static readonly FrozenSet<(string, string)> BodyPairs = FrozenSet.ToFrozenSet(
    [
        ("article", "body"), ("article", "content"), ("article", "text"), ("article", "copy"), ("article", "main"), ("article", "html"),
        ("story", "body"), ("story", "content"), ("story", "text"), ("story", "copy"),
        ("post", "content"), ("post", "body"), ("post", "text"), ("post", "entry"), ("entry", "content"), ("entry", "body"), ("content", "body"),
        ("content", "article"), ("content", "text"), ("main", "content"), ("body", "content"),
        ("body", "text"), ("body", "copy"), ("page", "content"), ("news", "content"), ("news", "text"), ("news", "body"), ("news", "detail"),
        ("blog", "content"), ("blog", "post"), ("single", "content"), ("rich", "text"), ("field", "body"), ("name", "body"),
        ("text", "content"), ("text", "body"), ("detail", "content"), ("detail", "text"), ("detail", "body"), ("the", "content"), ("mw", "content"),
        ("td", "post"), ("article", "paragraph"), ("article", "section"), ("main", "text"),
    ]);

    private static readonly FrozenSet<string> BodyWords = FrozenSet.ToFrozenSet(
    [
        "articlebody", "storybody", "articletext", "articlecontent", "storytext", "storycontent", "postcontent", "postbody", "entrycontent",
        "bodytext", "bodycopy", "maincontent", "richtext", "newstext", "newscontent", "contentbody", "textbody",
        "reviewbody", "blogpost", "prose", "wysiwyg", "cuerpo", "texto", "artikeltext", "artikelinhalt", "fliesstext", "contenu", "corpo",
    ]);

    public static double Promise(PageNode node)
    {
        var promise = node.Tag switch
        {
            "article" => 1.15,
            "main" => 1.05,
            "body" or "html" => 0.9,
            "td" or "li" or "p" or "blockquote" => 0.7,
            _ => 1.0,
        };
        if (node.Element.GetAttribute("itemprop") is { } prop && (prop.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || prop == "text"))
        {
            return 1.5;
        }

        foreach (var name in node.Names.Names)
        {
            if (NamesBody(name))
            {
                return 1.35;
            }
        }

        return promise;
    }

    /// <summary>The words of one name say that the element holds an article's text.</summary>
    public static bool NamesBody(string[] name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (BodyWords.Contains(name[i]) || (i + 1 < name.Length && BodyPairs.Contains((name[i], name[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }
}
