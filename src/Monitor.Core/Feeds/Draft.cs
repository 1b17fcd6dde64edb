using System.Text;
using Monitor.Core.Articles;
using Monitor.Core.Feeds.Dates;

namespace Monitor.Core.Feeds;

/// <summary>A feed or an entry while it is read. Of what is said twice the better word stays (see <see cref="Fields"/>).</summary>
internal sealed class Draft
{
    private const int MaxAuthors = 50;
    private const int MaxCategories = 100;
    private const int MaxRepeated = 1000;

    /// <summary>Characters of its text that stand in for the title of an entry without one.</summary>
    private const int TitleFromText = 100;

    private const int Unset = int.MaxValue;

    private readonly (string? Value, int Rank)[] texts = new (string?, int)[6];
    private readonly List<string> authors = [];
    private readonly List<string> categories = [];

    /// <summary>Bylines and categories come again from entry to entry, and are held once.</summary>
    private readonly HashSet<string> repeated = [];
    private (DateTimeOffset? Value, int Rank) published = (null, Unset);
    private (DateTimeOffset? Value, int Rank) updated = (null, Unset);
    private int authorRank = Unset;

    public Draft() => Array.Fill(texts, (null, Unset));

    public string? this[Field field] => texts[Slot(field)].Value;

    public string? Author => authors.Count switch { 0 => null, 1 => authors[0], _ => string.Join(", ", authors) };

    /// <summary>Whether a value of that rank would stay.</summary>
    public bool Wants(Field field, int rank) => field switch
    {
        Field.Published => rank < published.Rank,
        Field.Updated => rank < updated.Rank,
        Field.Author => rank <= authorRank,
        Field.Category or Field.Keywords => categories.Count < MaxCategories,
        _ => rank < texts[Slot(field)].Rank,
    };

    public void Set(Field field, int rank, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value) && Wants(field, rank))
        {
            texts[Slot(field)] = (value, rank);
        }
    }

    /// <summary>A link in any scheme; a relative one is made absolute or left out.</summary>
    public void SetLink(int rank, string address, LinkBase links)
    {
        address = LinkBase.Clean(address);
        if (Wants(Field.Link, rank))
        {
            Set(Field.Link, rank, LinkBase.SchemeOf(address).Length > 0 ? address : links.Link(address));
        }
    }

    /// <returns>False where the text is no date.</returns>
    public bool SetDate(Field field, int rank, ReadOnlySpan<char> text)
    {
        if (FeedDate.Parse(text) is not { } date)
        {
            return text.IsWhiteSpace();
        }

        if (Wants(field, rank))
        {
            if (field == Field.Published)
            {
                published = (date, rank);
            }
            else
            {
                updated = (date, rank);
            }
        }

        return true;
    }

    public void AddAuthor(int rank, string name)
    {
        if (name.Length == 0 || !Wants(Field.Author, rank))
        {
            return;
        }

        if (rank < authorRank)
        {
            authors.Clear();
            authorRank = rank;
        }

        if (authors.Count < MaxAuthors && !authors.Contains(name))
        {
            authors.Add(Once(name));
        }
    }

    public void AddCategory(string category)
    {
        if (category.Length > 0 && categories.Count < MaxCategories && !categories.Contains(category))
        {
            categories.Add(Once(category));
        }
    }

    /// <summary>What nobody signed is the feed's own.</summary>
    public void SignEntries(List<Entry> entries)
    {
        for (var i = 0; Author is { } author && i < entries.Count; i++)
        {
            entries[i] = entries[i].Author is null ? entries[i] with { Author = author } : entries[i];
        }
    }

    /// <summary>Forgets everything, for the next entry.</summary>
    public void Clear()
    {
        Array.Fill(texts, (null, Unset));
        authors.Clear();
        categories.Clear();
        published = (null, Unset);
        updated = (null, Unset);
        authorRank = Unset;
    }

    public Entry ToEntry()
    {
        var link = this[Field.Link];
        var id = this[Field.Id];
        return new Entry(
            id == link ? link : id,
            this[Field.Title] ?? FromText(this[Field.Summary] ?? this[Field.Content]) ?? link,
            link,
            published.Value,
            updated.Value,
            Author,
            this[Field.Summary],
            this[Field.Content],
            [.. categories]);
    }

    private string Once(string word)
    {
        if (repeated.TryGetValue(word, out var known))
        {
            return known;
        }

        _ = repeated.Count < MaxRepeated && repeated.Add(word);
        return word;
    }

    private static string? FromText(string? html)
    {
        if (html is null)
        {
            return null;
        }

        var line = HtmlText.Line(html.AsSpan(0, Math.Min(html.Length, 4096)));
        if (line.Length <= TitleFromText)
        {
            return line.Length == 0 ? null : line;
        }

        var end = char.IsHighSurrogate(line[TitleFromText - 1]) ? TitleFromText - 1 : TitleFromText;
        return new StringBuilder(line, 0, end, end + 1).Append('…').ToString();
    }

    private static int Slot(Field field) => field switch
    {
        Field.Id => 0,
        Field.Title => 1,
        Field.Link => 2,
        Field.Summary => 3,
        Field.Content => 4,
        _ => 5,
    };
}
