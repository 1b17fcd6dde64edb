using Monitor.Core.Stories.Quotes;

namespace Monitor.Core.Stories.Novelty;

/// <summary>
/// Compares a story's newer articles with its older ones:
/// 1. copies count as reprints, and only their outlet can be new;
/// 2. of the others, a name, a figure or a quote is new where no older article has it, in whatever words around it;
/// 3. a sentence is new where most of its three-word shingles are.
/// </summary>
public static class StoryComparison
{
    private const int MostSentences = 30;
    private const int FewestWords = 6;
    private const double Known = 0.5;
    private const int Shingle = 3;

    /// <param name="story">
    /// The story's articles, in any order; an article that changed may be there in both versions, and its changed figures are then
    /// told against the old ones.
    /// </param>
    /// <param name="since">Articles first seen after this instant (published, where first sight is not known) are the newer ones.</param>
    public static StoryNews NewSince(IEnumerable<StoryPart> story, DateTimeOffset since)
    {
        var parts = story.OrderBy(p => TimeOf(p.Article)).ToList();
        var older = parts.Where(p => TimeOf(p.Article) <= since).ToList();
        var newer = parts.Where(p => TimeOf(p.Article) > since).ToList();
        var own = newer.Where(p => p.DuplicateOf is null).ToList();
        var known = new Memory();
        older.ForEach(p => known.Add(p.Article));

        var (people, figures, quotes) = (new List<string>(), new List<string>(), new List<NewQuote>());
        var corrections = new List<CorrectedFigure>();
        NewStatement? statement = null;
        foreach (var part in own)
        {
            var article = part.Article;
            var cast = new Cast();
            foreach (var quote in QuoteReader.Read(article.Text, cast).Where(q => q.Direct && known.IsNew(q.Sentence)))
            {
                quotes.Add(new NewQuote(quote, article.Id, article.Outlet));
            }

            people.AddRange(cast.Named.Where(p => !known.Names(p.Name)).Select(p => p.Role is null ? p.Name : $"{p.Name}, {p.Role}"));
            if ((part.Replaces ?? older.FindLast(p => p.Article.Id == article.Id)?.Article) is { } before)
            {
                corrections.AddRange(CorrectedFigure.Between(before, article).Where(c => !corrections.Exists(k => (k.Before, k.After) == (c.Before, c.After))));
            }

            figures.AddRange(Figures.In($"{article.Title}. {article.Text}").Where(f => known.AddFigure(f.Key)).Select(f => f.Text));
            statement ??= Statement(article, known);
            known.Add(article);
        }

        var outlets = newer.Select(p => p.Article.Outlet).Where(o => o.Length > 0).Distinct()
            .Except(older.Select(p => p.Article.Outlet)).ToList();
        return new StoryNews(own.Count, newer.Count - own.Count, outlets, people, figures, quotes, statement, corrections);
    }

    private static DateTimeOffset TimeOf(StoryArticle article) => article.FirstSeen ?? article.Published;

    private static NewStatement? Statement(StoryArticle article, Memory known)
    {
        var sentences = Sentences.Paragraphs(article.Text).SelectMany(p => p)
            .Select(s => article.Text[s[0].Start..s[^1].End])
            .Take(MostSentences)
            .Prepend(article.Text.Length == 0 ? article.Title : "");
        return sentences.FirstOrDefault(s => Words(s).Count >= FewestWords && known.IsNew(s)) is { } sentence
            ? new NewStatement(sentence, article.Id, article.Outlet)
            : null;
    }

    private static List<uint> Words(string text)
    {
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        var scanner = new WordScanner(text, buffer);
        var words = new List<uint>();
        while (words.Count < CopySketch.MostWords && scanner.Next(out var word))
        {
            words.Add(WordHash.Of(word));
        }

        return words;
    }

    private static IEnumerable<ulong> Shingles(string text)
    {
        var words = Words(text);
        for (var i = 0; i + Shingle <= words.Count; i++)
        {
            yield return ((ulong)words[i] * 0x9E3779B97F4A7C15UL) ^ ((ulong)words[i + 1] << 21) ^ words[i + 2];
        }
    }

    /// <summary>What the older articles hold.</summary>
    private sealed class Memory
    {
        private readonly List<string> texts = [];
        private readonly HashSet<ulong> shingles = [];
        private readonly HashSet<string> figures = [];

        public void Add(StoryArticle article)
        {
            var text = $"{article.Title}. {article.Text}";
            texts.Add(text);
            shingles.UnionWith(Shingles(article.Title));
            shingles.UnionWith(Shingles(article.Text));
            figures.UnionWith(Figures.In(text).Select(f => f.Key));
        }

        public bool Names(string name) => texts.Exists(t => t.Contains(name, StringComparison.OrdinalIgnoreCase));

        public bool AddFigure(string key) => figures.Add(key);

        public bool IsNew(string sentence)
        {
            var (all, known) = (0, 0);
            foreach (var shingle in Shingles(sentence))
            {
                all++;
                known += shingles.Contains(shingle) ? 1 : 0;
            }

            return all == 0 ? !Names(sentence) : known < Known * all;
        }
    }
}
