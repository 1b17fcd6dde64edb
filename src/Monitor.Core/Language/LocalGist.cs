namespace Monitor.Core.Language;

/// <summary>
/// The gist without any service: people, offices, organisations and places by <see cref="NameReader"/>, key phrases by how
/// often words stand together. English; of other languages it finds little. Deterministic, linear, and never fails.
/// </summary>
public static class LocalGist
{
    /// <summary>Text beyond this is left out: what an article is about stands further up.</summary>
    public const int Longest = 20_000;

    /// <param name="title">Counts for what the text names, and names nothing by itself: headlines are written in capitals.</param>
    public static Gist Read(string title, string text)
    {
        var body = text.Length > Longest ? text[..Longest] : text;
        var mentions = NameReader.Read(body);
        var inTitle = mentions.DistinctBy(mention => (mention.Name, mention.Kind)).Where(mention => title.Contains(mention.Name, StringComparison.Ordinal));
        return new Gist(Gist.LocalSource, Gist.Merged([.. mentions, .. inTitle]), KeyPhrases.Of(title, body), Sentiment: null);
    }
}
