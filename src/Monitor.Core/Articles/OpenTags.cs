using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>
/// The elements that an HTML parser would hold open, as far as it takes to bound them: which start tags open one, and which end
/// tags close any (WHATWG HTML, 13.2.6.4.7 and 13.2.6.5). An end tag that closes nothing must not count, or start tags
/// beside it nest without end.
/// </summary>
internal sealed class OpenTags
{
    private const int Deepest = 200;
    private const int MostFormatting = 4;

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> Kinds = KindsByName();

    private readonly List<Tag> open = [];
    private readonly Dictionary<int, int> dropped = [];
    private readonly Dictionary<int, int> formatting = [];
    private int formattingOpen;
    private int foreign;

    /// <summary>Whether the tag may stand; one that may not is beyond the bounds, or ends one that was.</summary>
    public bool Admits(ReadOnlySpan<char> name, bool ends, bool closesItself)
    {
        Kinds.TryGetValue(name, out var kind);
        if (foreign > 0 && !ends && (kind & (Kind.Special | Kind.Flat)) != 0 && (kind & Kind.Drawn) == 0)
        {
            // HTML inside a drawing ends the drawing.
            PopTo(open.FindIndex(tag => (tag.Kind & Kind.Foreign) != 0));
        }

        if ((kind & Kind.Flat) != 0 || (closesItself && foreign > 0))
        {
            return true;
        }

        var hash = Hash(name);
        return (kind & Kind.Formatting) != 0 ? (ends ? EndsFormatting(hash) : OpensFormatting(hash))
            : ends ? Ends(hash, (kind & Kind.Special) != 0)
            : Opens(hash, kind);
    }

    // FNV-1a over the letters in lower case: of names that occur no two agree, and the same page is always bounded in the same way.
    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
        {
            hash = (hash ^ (uint)(letter | 0x20)) * 16777619u;
        }

        return (int)hash;
    }

    private bool Opens(int hash, Kind kind)
    {
        if (open.Count >= Deepest)
        {
            dropped[hash] = dropped.GetValueOrDefault(hash) + 1;
            return false;
        }

        foreign += (kind & Kind.Foreign) != 0 ? 1 : 0;
        open.Add(new Tag(hash, kind));
        return true;
    }

    private bool Ends(int hash, bool isSpecial)
    {
        if (dropped.TryGetValue(hash, out var count) && count > 0)
        {
            dropped[hash] = count - 1;
            return false;
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == hash)
            {
                PopTo(i);
                break;
            }

            if ((open[i].Kind & Kind.Barrier) != 0 || ((open[i].Kind & Kind.Special) != 0 && !isSpecial))
            {
                break;
            }
        }

        return true;
    }

    private bool OpensFormatting(int hash)
    {
        if (formattingOpen >= MostFormatting)
        {
            dropped[hash] = dropped.GetValueOrDefault(hash) + 1;
            return false;
        }

        formattingOpen++;
        formatting[hash] = formatting.GetValueOrDefault(hash) + 1;
        return true;
    }

    private bool EndsFormatting(int hash)
    {
        if (dropped.TryGetValue(hash, out var count) && count > 0)
        {
            dropped[hash] = count - 1;
            return false;
        }

        if (formatting.TryGetValue(hash, out var same) && same > 0)
        {
            formatting[hash] = same - 1;
            formattingOpen--;
        }

        return true;
    }

    private void PopTo(int index)
    {
        for (var i = open.Count - 1; i >= Math.Max(0, index); i--)
        {
            foreign -= (open[i].Kind & Kind.Foreign) != 0 ? 1 : 0;
            open.RemoveAt(i);
        }
    }

    private static FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> KindsByName()
    {
        var kinds = new Dictionary<string, Kind>(StringComparer.OrdinalIgnoreCase);
        Add(Kind.Formatting, "b big code em font i nobr s small strike strong tt u");
        // Void, or closed by the next of its kind: never deeper than what holds it.
        Add(Kind.Flat, "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot colgroup a html head body");
        Add(Kind.Flat | Kind.Drawn, "path use");
        // Their end tags close whatever was left open inside; those of other elements do not reach beyond them.
        Add(Kind.Special, "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup listing main menu nav noscript ol pre search section select summary ul");
        // No end tag from inside reaches beyond these.
        Add(Kind.Special | Kind.Barrier, "table template caption marquee object applet");
        Add(Kind.Barrier | Kind.Foreign, "svg math");
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(Kind kind, string names)
        {
            foreach (var name in names.Split(' '))
            {
                kinds[name] = kind;
            }
        }
    }

    [Flags]
    private enum Kind
    {
        Other = 0,
        Formatting = 1,
        Flat = 2,
        Special = 4,
        Barrier = 8,
        Foreign = 16,
        Drawn = 32,
    }

    private readonly record struct Tag(int Name, Kind Kind);
}
