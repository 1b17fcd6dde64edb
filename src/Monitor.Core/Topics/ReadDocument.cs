using Monitor.Core.Text;

namespace Monitor.Core.Topics;

/// <summary>A document with its words counted; divided into sentences only when somebody asks.</summary>
internal sealed class ReadDocument(TopicDocument document, int titleWords, int summaryWords, int textWords)
{
    private IReadOnlyList<Sentence>? summary;
    private IReadOnlyList<Sentence>? text;

    public TopicDocument Document => document;

    public int Words => titleWords + summaryWords + textWords;

    public int TextWords => textWords;

    /// <summary>The number of the sentence that holds an offset. A title is one sentence.</summary>
    public int SentenceAt(Field field, int offset) => field switch
    {
        Field.Title => 0,
        Field.Summary => At(summary ??= Sentences.Split(document.Summary), offset),
        _ => At(text ??= Sentences.Split(document.Text), offset),
    };

    private static int At(IReadOnlyList<Sentence> sentences, int offset)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
