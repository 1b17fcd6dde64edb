using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>The sentence or two between the headline and the text, which most outlets set outside the text's element.</summary>
internal static class Standfirst
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "standfirst", "subtitle", "subheadline", "subheading", "subhead", "sub", "dek", "deck", "lead", "lede", "leadtext", "intro", "introduction",
        "introtext", "summary", "excerpt", "description", "abstract",
        "chapo", "chapeau", "vorspann", "anreisser", "sapo", "spot", "bajada", "entradilla", "copete", "ingress", "sommario", "occhiello", "resumen",
        "perex", "zajawka", "teaser", "tagline", "catchline",
    ]);

    /// <summary>The element's names say that it is the standfirst. Only trustworthy near the headline.</summary>
    public static bool IsNamed(PageNode node)
    {
        for (PageNode? at = node; at is not null && at.EndBlock - at.FirstBlock <= 3; at = at.Parent)
        {
            if (at.Tag is "figcaption" or "figure")
            {
                return false;
            }

            if (at.Element.GetAttribute("itemprop") is "description" or "alternativeHeadline")
            {
                return true;
            }

            foreach (var name in at.Names.Names)
            {
                foreach (var word in name)
                {
                    if (Words.Contains(word))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
