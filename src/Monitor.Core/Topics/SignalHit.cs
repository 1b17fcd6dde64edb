namespace Monitor.Core.Topics;

/// <summary>One place where a signal fired: a phrase, or the phrases that stood near each other, in order.</summary>
internal sealed record SignalHit(int Signal, IReadOnlyList<PhraseHit> Parts)
{
    public Field Field => Parts[0].Field;

    public int FirstWord { get; } = Parts.Min(p => p.FirstWord);

    public int LastWord { get; } = Parts.Max(p => p.LastWord);

    public int Start => Parts.Min(p => p.Start);

    /// <summary>Whether one of the others lies within reach; they are in order of field and first word.</summary>
    public bool Reaches(List<SignalHit> others, Reach reach, ReadDocument document)
    {
        if (reach.Kind == ReachKind.Article || others.Count == 0)
        {
            return others.Count > 0;
        }

        var (low, high) = (0, others.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Precedes(others[middle]) ? (middle + 1, high) : (low, middle);
        }

        for (var i = Math.Max(0, low - 2); i < Math.Min(others.Count, low + 2); i++)
        {
            if (others[i].Field == Field && (reach.Kind == ReachKind.Words ? Gap(others[i]) <= reach.Words : Sentence(document) == others[i].Sentence(document)))
            {
                return true;
            }
        }

        return false;
    }

    private int Sentence(ReadDocument document) => document.SentenceAt(Field, Parts[0].Start);

    private bool Precedes(SignalHit other) => other.Field < Field || (other.Field == Field && other.FirstWord < FirstWord);

    private int Gap(SignalHit other) => Math.Max(0, Math.Max(other.FirstWord - LastWord, FirstWord - other.LastWord) - 1);
}
