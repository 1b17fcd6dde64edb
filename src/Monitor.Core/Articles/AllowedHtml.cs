using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>What an element's content is to the parser, where it is not ordinary markup.</summary>
internal enum RawContent
{
    None,

    /// <summary>Never shown; without an end tag it reaches to the end of the document.</summary>
    Code,

    /// <summary>Never shown; without an end tag only the start tag is left out.</summary>
    Hidden,

    /// <summary>Text that a reader would see.</summary>
    Text,
}

/// <summary>The elements inside which others may stand, so that none can reach out of a sanitised fragment.</summary>
internal enum Home : byte
{
    Anywhere,
    Table,
    List,
    DefinitionList,
}

/// <param name="Index">Position in the table; 0 for what is not allowed.</param>
/// <param name="ClosesItself">An open element of the same name (or pair of names) ends where this begins, as in HTML.</param>
internal sealed record AllowedElement(string Name, byte Index = 0, bool Void = false, RawContent Raw = RawContent.None, Home Home = Home.Anywhere, bool ClosesItself = false)
{
    public bool Allowed => Index > 0;

    public bool NeedsSource => Name == "img";
}

internal enum AllowedAttribute
{
    None,
    Href,
    Src,
    Alt,
    Title,
    Lang,
    Dir,
    DateTime,
    Number,
}

/// <summary>The allow-list: text, structure, lists, tables, links and pictures. Nothing with behaviour, nothing with style.</summary>
internal static class AllowedHtml
{
    private const string Plain =
        "a abbr acronym address article aside b bdi bdo big blockquote center cite code data del details dfn div em figcaption figure font footer "
        + "h1 h2 h3 h4 h5 h6 header hgroup i ins kbd main mark nav pre q rp rt ruby s samp section small span strike strong sub summary sup time tt u var "
        + "ul ol dl table";

    private static readonly AllowedElement Unwrapped = new("");
    private static readonly List<AllowedElement> ByIndex = [Unwrapped];
    private static readonly FrozenDictionary<string, AllowedElement> Elements = Build();
    private static readonly FrozenDictionary<string, AllowedElement>.AlternateLookup<ReadOnlySpan<char>> Lookup = Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    public static AllowedElement At(byte index) => ByIndex[index];

    /// <returns>What is not allowed is unwrapped: its tags go, its content stays.</returns>
    public static AllowedElement Find(ReadOnlySpan<char> name)
    {
        if (name.Length > 12)
        {
            return Unwrapped;
        }

        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower, out var element) ? element : Unwrapped;
    }

    public static AllowedAttribute Attribute(AllowedElement element, ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[Math.Min(name.Length, 10)];
        if (name.Length > lower.Length)
        {
            return AllowedAttribute.None;
        }

        name.ToLowerInvariant(lower);
        return lower switch
        {
            "title" => AllowedAttribute.Title,
            "lang" => AllowedAttribute.Lang,
            "dir" => AllowedAttribute.Dir,
            "href" when element.Name is "a" => AllowedAttribute.Href,
            "src" when element.Name is "img" => AllowedAttribute.Src,
            "alt" when element.Name is "img" => AllowedAttribute.Alt,
            "datetime" when element.Name is "time" => AllowedAttribute.DateTime,
            "width" or "height" when element.Name is "img" => AllowedAttribute.Number,
            "colspan" or "rowspan" when element.Name is "td" or "th" => AllowedAttribute.Number,
            "start" when element.Name is "ol" => AllowedAttribute.Number,
            _ => AllowedAttribute.None,
        };
    }

    private static FrozenDictionary<string, AllowedElement> Build()
    {
        var elements = new Dictionary<string, AllowedElement>();
        void Allow(string names, Home home = Home.Anywhere, bool isVoid = false, bool closesItself = false)
        {
            foreach (var name in names.Split(' '))
            {
                var element = new AllowedElement(name, (byte)ByIndex.Count, isVoid, Home: home, ClosesItself: closesItself);
                ByIndex.Add(element);
                elements.Add(name, element);
            }
        }

        void Refuse(string names, RawContent raw)
        {
            foreach (var name in names.Split(' '))
            {
                elements.Add(name, new AllowedElement(name, Raw: raw));
            }
        }

        Allow(Plain);
        Allow("p", closesItself: true);
        Allow("br hr img wbr", isVoid: true);
        Allow("caption colgroup thead tbody tfoot tr td th", Home.Table, closesItself: true);
        Allow("li", Home.List, closesItself: true);
        Allow("dt dd", Home.DefinitionList, closesItself: true);
        Refuse("script style", RawContent.Code);
        Refuse("iframe noframes noembed applet", RawContent.Hidden);
        Refuse("title textarea xmp", RawContent.Text);
        return elements.ToFrozenDictionary();
    }
}
