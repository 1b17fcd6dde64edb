using System.Text.Json;
using Monitor.Core.Language;

namespace Monitor.Adapters.Language;

/// <summary>One of the things that the service does with a text (analyze-text, 2024-11-01): how it is asked, and what its answer means.</summary>
/// <param name="Kind">As the service names it; results carry the same with "Results" after it.</param>
/// <param name="DocumentsAtOnce">Most documents of a request.</param>
/// <param name="Add">Puts what a document of the answer says into a gist of that document.</param>
internal sealed record LanguageFeature(string Kind, int DocumentsAtOnce, Func<JsonElement, LanguageDocument, ServiceGist, ServiceGist> Add)
{
    private const double LeastConfidence = 0.5;
    private const int LongestName = 120;

    public static IReadOnlyList<LanguageFeature> All { get; } =
    [
        new("EntityRecognition", 5, (answer, document, gist) => gist with { Entities = [.. Entities(answer, document)] }),
        new("KeyPhraseExtraction", 10, (answer, _, gist) => gist with { KeyPhrases = [.. KeyPhrases(answer)] }),
        new("SentimentAnalysis", 10, (answer, _, gist) => gist with { Sentiment = SentimentOf(answer) }),
    ];

    // Offsets are in UTF-16 code units, as asked: a name that is not where the service says it is, is not in the text.
    private static IEnumerable<NamedEntity> Entities(JsonElement answer, LanguageDocument document) =>
        from entity in answer.GetProperty("entities").EnumerateArray()
        let name = entity.GetProperty("text").GetString() ?? ""
        let offset = entity.GetProperty("offset").GetInt32()
        let confidence = entity.GetProperty("confidenceScore").GetDouble()
        let kind = KindOf(entity.GetProperty("category").GetString())
        where kind is not null && confidence is >= LeastConfidence and <= 1 && name.Length is > 1 and <= LongestName
            && offset >= 0 && offset <= document.Text.Length - name.Length && string.CompareOrdinal(document.Text, offset, name, 0, name.Length) == 0
        select new NamedEntity(name, kind.Value, 1, Math.Round(confidence, 2));

    private static EntityKind? KindOf(string? category) => category switch
    {
        "Person" => EntityKind.Person,
        "PersonType" => EntityKind.Office,
        "Organization" => EntityKind.Organisation,
        "Location" => EntityKind.Place,
        _ => null,
    };

    private static IEnumerable<string> KeyPhrases(JsonElement answer) =>
        answer.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString() ?? "").Where(phrase => phrase.Length is > 0 and <= LongestName).Take(Gist.MostPhrases);

    private static Sentiment SentimentOf(JsonElement answer)
    {
        var scores = answer.GetProperty("confidenceScores");
        var tone = answer.GetProperty("sentiment").GetString() switch
        {
            "positive" => Tone.Positive,
            "negative" => Tone.Negative,
            "mixed" => Tone.Mixed,
            _ => Tone.Neutral,
        };
        return new Sentiment(tone, scores.GetProperty("positive").GetDouble(), scores.GetProperty("neutral").GetDouble(), scores.GetProperty("negative").GetDouble());
    }
}

/// <summary>A text as it is sent: its start, as much as one document may hold.</summary>
/// <param name="Number">Its place among the texts of the run; the document's id.</param>
/// <param name="Language">ISO 639-1.</param>
internal sealed record LanguageDocument(int Number, string Text, string Language)
{
    /// <summary>The service takes 5,120 text elements; this many code units are never more, and are five records exactly.</summary>
    private const int Longest = 5_000;
    private const int RecordLength = 1_000;

    /// <summary>What one feature costs on it.</summary>
    public int Records => (Text.Length + RecordLength - 1) / RecordLength;

    public static LanguageDocument Of(int number, string text, string? language)
    {
        var end = Math.Min(text.Length, Longest);
        end -= end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        var known = language?.Split('-', '_')[0].ToLowerInvariant() ?? "";
        return new LanguageDocument(number, text[..end], known.Length == 2 && known.All(char.IsAsciiLetter) ? known : "en");
    }
}

/// <summary>What the service has said of one document; null where it has not.</summary>
internal sealed record ServiceGist(IReadOnlyList<NamedEntity>? Entities, IReadOnlyList<string>? KeyPhrases, Sentiment? Sentiment, string Model);
