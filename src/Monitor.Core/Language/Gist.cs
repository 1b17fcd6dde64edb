namespace Monitor.Core.Language;

/// <summary>What a text names, what it is about, and in what tone; read by a language service or by <see cref="LocalGist"/>.</summary>
/// <param name="Source">Who read it: "local", or the service with its model's version.</param>
/// <param name="Entities">Each once, the most mentioned first; at most <see cref="MostEntities"/>.</param>
/// <param name="KeyPhrases">The most telling first; at most <see cref="MostPhrases"/>.</param>
/// <param name="Sentiment">Null where nobody judged it: the local reader does not.</param>
public sealed record Gist(string Source, IReadOnlyList<NamedEntity> Entities, IReadOnlyList<string> KeyPhrases, Sentiment? Sentiment)
{
    public const int MostEntities = 40;
    public const int MostPhrases = 12;

    public const string LocalSource = "local";

    /// <summary>
    /// One entity for each name and kind, mentions added up, the most mentioned first. Names that differ in case only are one; a
    /// surname is whoever was first named in full with it.
    /// </summary>
    public static IReadOnlyList<NamedEntity> Merged(IEnumerable<NamedEntity> mentions)
    {
        var merged = new Dictionary<(string, EntityKind), NamedEntity>();
        foreach (var mention in mentions.OrderByDescending(mention => mention.Kind == EntityKind.Person && mention.Name.Contains(' ', StringComparison.Ordinal)))
        {
            var name = mention.Kind != EntityKind.Person || mention.Name.Contains(' ', StringComparison.Ordinal) ? mention.Name
                : merged.Values.FirstOrDefault(known => known.Kind == EntityKind.Person && known.Name.EndsWith($" {mention.Name}", StringComparison.OrdinalIgnoreCase))?.Name ?? mention.Name;
            var key = (name.ToLowerInvariant(), mention.Kind);
            merged[key] = merged.TryGetValue(key, out var known)
                ? known with { Mentions = known.Mentions + mention.Mentions, Confidence = Math.Max(known.Confidence, mention.Confidence) }
                : mention with { Name = name };
        }

        return
        [
            .. merged.Values
                .OrderByDescending(entity => entity.Mentions)
                .ThenByDescending(entity => entity.Confidence)
                .ThenBy(entity => entity.Name, StringComparer.Ordinal)
                .Take(MostEntities),
        ];
    }

    /// <summary>The names of one kind, the most mentioned first.</summary>
    public IEnumerable<string> Names(EntityKind kind) => Entities.Where(entity => entity.Kind == kind).Select(entity => entity.Name);
}

/// <param name="Name">As the text writes it where it is written out in full; hostile text, to be encoded wherever it is shown.</param>
/// <param name="Mentions">How often, shorter forms included; at least 1.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record NamedEntity(string Name, EntityKind Kind, int Mentions, double Confidence);

public enum EntityKind
{
    Person,

    /// <summary>What somebody is: prime minister, police commissioner.</summary>
    Office,
    Organisation,
    Place,
}

/// <summary>Shares that add up to 1, as far as rounding lets them.</summary>
public sealed record Sentiment(Tone Tone, double Positive, double Neutral, double Negative);

public enum Tone
{
    Neutral,
    Positive,
    Negative,
    Mixed,
}
