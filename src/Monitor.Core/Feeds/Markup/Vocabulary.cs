namespace Monitor.Core.Feeds.Markup;

/// <summary>The namespaces that a feed's words come from.</summary>
internal enum Vocabulary
{
    /// <summary>No namespace, or the one that the document's root is in: RSS in all its dresses.</summary>
    Own,
    Atom,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    Itunes,
    FeedBurner,
    News,
    Sitemap,
    Prism,
    Rdf,
    Xhtml,
    Other,
}

/// <summary>Which vocabulary a prefix means at a place in the document.</summary>
internal sealed class Namespaces
{
    private const int Max = 256;

    private readonly List<(string Prefix, Vocabulary Vocabulary)> declared = [];

    /// <summary>Changes with every declaration that comes or goes.</summary>
    public int Scope { get; private set; }

    public int Count => declared.Count;

    public void Declare(string prefix, string address)
    {
        if (declared.Count < Max)
        {
            declared.Add((prefix, OfAddress(address, prefix)));
            Scope++;
        }
    }

    public void BackTo(int count)
    {
        if (declared.Count > count)
        {
            declared.RemoveRange(count, declared.Count - count);
            Scope++;
        }
    }

    /// <summary>The root's own prefix means the format itself, whatever address it is given, and if it is given none.</summary>
    public void Own(string prefix)
    {
        if (Find(prefix) == Vocabulary.Other && !declared.Exists(one => one.Prefix == prefix))
        {
            declared.Insert(0, (prefix, Vocabulary.Own));
            Scope++;
        }

        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (declared[i].Prefix == prefix && declared[i].Vocabulary is Vocabulary.Other)
            {
                declared[i] = (prefix, Vocabulary.Own);
                Scope++;
            }
        }
    }

    public Vocabulary Of(XmlName name)
    {
        if (name.Scope != Scope)
        {
            name.Vocabulary = Find(name.Prefix);
            name.Scope = Scope;
        }

        return name.Vocabulary;
    }

    private Vocabulary Find(string prefix)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (declared[i].Prefix == prefix)
            {
                return declared[i].Vocabulary;
            }
        }

        return prefix.Length == 0 ? Vocabulary.Own : OfUndeclared(prefix);
    }

    private static Vocabulary OfUndeclared(string prefix) => prefix switch
    {
        "rss" => Vocabulary.Own,
        "atom" or "a10" => Vocabulary.Atom,
        "dc" => Vocabulary.DublinCore,
        "dcterms" or "dct" => Vocabulary.DublinCoreTerms,
        "content" => Vocabulary.Content,
        "media" or "mrss" => Vocabulary.Media,
        "itunes" => Vocabulary.Itunes,
        "feedburner" or "pheedo" => Vocabulary.FeedBurner,
        "news" or "n" => Vocabulary.News,
        "prism" => Vocabulary.Prism,
        "rdf" => Vocabulary.Rdf,
        "xhtml" => Vocabulary.Xhtml,
        _ => Vocabulary.Other,
    };

    private static Vocabulary OfAddress(string address, string prefix)
    {
        var key = address.Trim().ToLowerInvariant().TrimEnd('/', '#');
        key = key.StartsWith("https://", StringComparison.Ordinal) ? key[8..] : key.StartsWith("http://", StringComparison.Ordinal) ? key[7..] : key;
        key = key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key;
        return key switch
        {
            "w3.org/2005/atom" or "purl.org/atom/ns" or "purl.org/net/atom" or "example.com/newformat" or "example.com/necho" or "purl.org/echo"
                or "uri/of/echo/namespace" => Vocabulary.Atom,
            "purl.org/dc/elements/1.0" or "purl.org/dc/elements/1.1" or "purl.org/dc" or "purl.org/dc/1.1" => Vocabulary.DublinCore,
            "purl.org/dc/terms" => Vocabulary.DublinCoreTerms,
            "purl.org/rss/1.0/modules/content" => Vocabulary.Content,
            "search.yahoo.com/mrss" or "video.search.yahoo.com/mrss" or "tools.search.yahoo.com/mrss/mrss.html" or "tools.search.yahoo.com/mrss" => Vocabulary.Media,
            "itunes.com/dtds/podcast-1.0.dtd" or "example.com/dtds/podcast-1.0.dtd" => Vocabulary.Itunes,
            "rssnamespace.org/feedburner/ext/1.0" or "pheedo.com/namespace/pheedo" => Vocabulary.FeedBurner,
            "google.com/schemas/sitemap-news/0.9" => Vocabulary.News,
            "sitemaps.org/schemas/sitemap/0.9" or "google.com/schemas/sitemap/0.84" => Vocabulary.Sitemap,
            "w3.org/1999/02/22-rdf-syntax-ns" => Vocabulary.Rdf,
            "w3.org/1999/xhtml" => Vocabulary.Xhtml,
            "w3.org/2000/svg" or "w3.org/1998/math/mathml" => Vocabulary.Other,
            "" or "purl.org/rss/1.0" or "my.netscape.com/rdf/simple/0.9" or "channel.netscape.com/rdf/simple/0.9" or "backend.userland.com/rss2"
                or "backend.userland.com/rss" or "blogs.law.harvard.edu/tech/rss" or "backend.userland.com/rss091" or "backend.userland.com/rss092"
                or "backend.userland.com/rss093" or "backend.userland.com/rss20" or "purl.org/net/rss1.1" or "my.netscape.com/publish/formats/rss-0.91.dtd" => Vocabulary.Own,
            _ when key.Contains("prismstandard.org", StringComparison.Ordinal) || key.StartsWith("purl.org/rss/1.0/modules/prism", StringComparison.Ordinal) => Vocabulary.Prism,
            // An unknown default namespace is most often the format under a made-up address.
            _ => prefix.Length == 0 ? Vocabulary.Own : Vocabulary.Other,
        };
    }
}
