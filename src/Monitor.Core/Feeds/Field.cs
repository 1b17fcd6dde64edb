using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>What an element of a feed is to the reader.</summary>
internal enum Field
{
    /// <summary>Nothing in itself; what it holds may be something.</summary>
    None,

    /// <summary>Nothing, and nothing in it.</summary>
    Skip,
    Root,
    Entry,
    Id,
    Title,
    Link,
    Published,
    Updated,
    Author,
    Summary,
    Content,
    Category,
    Keywords,

    /// <summary>The outlet's name in a news sitemap, which has no other title.</summary>
    Outlet,
}

/// <summary>
/// The one table of what the formats call things. Where an entry says a thing twice in different words the lower rank wins: the
/// format's own word, then Atom's, then the modules'.
/// </summary>
internal static class Fields
{
    /// <summary>The rank of an author who signed the feed that an entry was taken from.</summary>
    public const int OfSource = 4;

    public static (Field Field, int Rank) Of(Vocabulary vocabulary, string local) => vocabulary switch
    {
        Vocabulary.Own or Vocabulary.Sitemap => OfOwn(local, 0),
        Vocabulary.Atom => OfOwn(local, 1),
        Vocabulary.Rdf => local is "rdf" ? (Field.Root, 0) : (Field.None, 0),
        Vocabulary.DublinCore or Vocabulary.DublinCoreTerms => OfDublinCore(local),
        Vocabulary.Content => local is "encoded" ? (Field.Content, 0) : (Field.Skip, 0),
        Vocabulary.Media => local switch
        {
            "title" => (Field.Title, 5),
            "description" => (Field.Summary, 7),
            "group" or "content" => (Field.None, 0),
            _ => (Field.Skip, 0),
        },
        Vocabulary.Itunes => local switch
        {
            "author" => (Field.Author, 3),
            "title" => (Field.Title, 4),
            "summary" => (Field.Summary, 5),
            "subtitle" => (Field.Summary, 6),
            "owner" => (Field.None, 0),
            "name" => (Field.Author, 7),
            "email" => (Field.Author, 8),
            _ => (Field.Skip, 0),
        },
        Vocabulary.FeedBurner => local is "origlink" ? (Field.Link, -1) : (Field.Skip, 0),
        Vocabulary.News => local switch
        {
            "title" => (Field.Title, 0),
            "publication_date" => (Field.Published, 0),
            "keywords" => (Field.Keywords, 0),
            "name" => (Field.Outlet, 0),
            "news" or "publication" => (Field.None, 0),
            _ => (Field.Skip, 0),
        },
        Vocabulary.Prism => local is "publicationdate" or "coverdate" ? (Field.Published, 6) : (Field.Skip, 0),
        Vocabulary.Xhtml => local is "body" or "div" ? (Field.Content, 2) : (Field.Skip, 0),
        _ => (Field.Skip, 0),
    };

    private static (Field Field, int Rank) OfOwn(string local, int rank) => local switch
    {
        "rss" or "rdf" or "feed" or "channel" or "urlset" => (Field.Root, 0),
        "item" or "entry" or "url" => (Field.Entry, 0),
        "title" => (Field.Title, rank),
        "link" or "loc" => (Field.Link, 1),
        "guid" or "id" => (Field.Id, rank),
        "pubdate" or "published" => (Field.Published, rank),
        "issued" => (Field.Published, 2),
        "created" => (Field.Published, 4),
        "date" => (Field.Published, 5),
        "updated" or "modified" or "lastmod" => (Field.Updated, rank),
        "author" or "creator" => (Field.Author, rank),
        "managingeditor" => (Field.Author, 5),
        "webmaster" => (Field.Author, 6),
        "description" => (Field.Summary, rank),
        // RSS has no summary of its own; where one stands beside a description it is the second teaser.
        "summary" => (Field.Summary, rank + 1),
        "abstract" => (Field.Summary, 4),
        "content" or "encoded" or "fullitem" => (Field.Content, 1),
        "body" => (Field.Content, 2),
        "category" => (Field.Category, 0),
        "items" => (Field.None, 0),
        "source" or "image" or "textinput" or "enclosure" or "contributor" or "generator" or "logo" or "icon" or "rights" or "copyright" or "cloud" => (Field.Skip, 0),
        _ => (Field.None, 0),
    };

    private static (Field Field, int Rank) OfDublinCore(string local) => local switch
    {
        "title" => (Field.Title, 3),
        "creator" or "author" => (Field.Author, 2),
        "date" => (Field.Published, 5),
        "issued" or "available" => (Field.Published, 3),
        "created" => (Field.Published, 4),
        "modified" => (Field.Updated, 2),
        "identifier" => (Field.Id, 4),
        "description" => (Field.Summary, 3),
        "abstract" => (Field.Summary, 4),
        "subject" => (Field.Category, 0),
        _ => (Field.Skip, 0),
    };
}
