using Monitor.Core.Stories;

namespace Monitor.Benchmarks.Material;

/// <summary>
/// A stream of articles as it comes: events begin all the time and are told by a few outlets within hours (most by one, some by
/// many); one article in six is a reprint with another headline and another first or last paragraph. What belongs to one event
/// shares its names and a third of its words; the rest is the language's own.
/// </summary>
internal static class NewsStream
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <param name="span">From the first article to the last.</param>
    public static IEnumerable<StoryArticle> Of(int count, TimeSpan span, int seed = 9)
    {
        var prose = new Prose(seed);
        var random = prose.Random;
        var live = new List<Event>();
        var recent = new List<StoryArticle>();
        for (var i = 0; i < count; i++)
        {
            var published = Begins + (span * ((double)i / count));
            var id = $"article-{i}";
            StoryArticle article;
            if (recent.Count > 0 && random.Next(6) == 0)
            {
                var original = recent[random.Next(recent.Count)];
                article = original with { Id = id, Title = prose.Title(), Text = original.Text + "\n\n" + prose.Sentence(), Outlet = prose.Name(), Published = published };
            }
            else
            {
                if (live.Count < 40 || random.Next(5) < 2)
                {
                    live.Add(new Event(prose));
                    if (live.Count > 200)
                    {
                        live.RemoveAt(0);
                    }
                }

                // The last events are told most.
                var told = live[Math.Max(0, live.Count - 1 - (int)(-Math.Log(1 - random.NextDouble()) * 25))];
                article = new StoryArticle(id, told.Title(prose), told.Text(prose), published, prose.Name());
            }

            recent.Add(article);
            if (recent.Count > 300)
            {
                recent.RemoveAt(0);
            }

            yield return article;
        }
    }

    private sealed class Event(Prose prose)
    {
        private readonly string[] names = [.. Enumerable.Range(0, 8).Select(_ => prose.Name())];
        private readonly string[] words = [.. Enumerable.Range(0, 40).Select(_ => prose.Name().ToLowerInvariant())];

        public string Title(Prose telling) => $"{Name(telling)} {Word(telling)} {telling.Word()} {Name(telling)} {telling.Word()} {Word(telling)} {telling.Word()}";

        public string Text(Prose telling) =>
            string.Join("\n\n", Enumerable.Range(0, telling.Random.Next(4, 10)).Select(_ => $"{Sentence(telling)} {telling.Sentence()} {Sentence(telling)}"));

        private string Name(Prose telling) => names[telling.Random.Next(names.Length)];

        private string Word(Prose telling) => words[telling.Random.Next(words.Length)];

        private string Sentence(Prose telling) =>
            $"{Name(telling)} {string.Join(' ', Enumerable.Range(0, telling.Random.Next(8, 20)).Select(_ => telling.Random.Next(2) == 0 ? Word(telling) : telling.Word()))} {Name(telling)}.";
    }
}
