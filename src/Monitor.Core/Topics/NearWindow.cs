namespace Monitor.Core.Topics;

/// <summary>
/// Finds where every group of a signal has a hit near the others, passing over the hits once. A place that fired is used up:
/// the next one starts after it.
/// </summary>
internal sealed class NearWindow(Signal signal, ReadDocument document)
{
    private readonly PhraseHit?[] latest = new PhraseHit?[signal.Groups.Count];
    private readonly PhraseHit[]?[] chains = new PhraseHit[]?[signal.Groups.Count];
    private (Field Field, int Sentence) place = (0, -1);

    /// <summary>The parts of the place that this hit completes, in the order of the groups; null where it completes none.</summary>
    public PhraseHit[]? Add(int group, PhraseHit hit)
    {
        var here = (hit.Field, signal.Within.Kind == ReachKind.Sentence ? document.SentenceAt(hit.Field, hit.Start) : 0);
        if (here != place)
        {
            Clear();
            place = here;
        }

        var parts = signal.Ordered ? Chain(group, hit) : Gather(group, hit);
        if (parts is not null)
        {
            Clear();
        }

        return parts;
    }

    private PhraseHit[]? Chain(int group, PhraseHit hit)
    {
        var before = group == 0 ? [] : chains[group - 1];
        if (before is null || (group > 0 && before[^1].LastWord >= hit.FirstWord))
        {
            return null;
        }

        PhraseHit[] chain = [.. before, hit];
        if (!IsNear(chain))
        {
            return null;
        }

        chains[group] = chain;
        return chain.Length == chains.Length ? chain : null;
    }

    private PhraseHit[]? Gather(int group, PhraseHit hit)
    {
        latest[group] = hit;
        if (latest.Contains(null))
        {
            return null;
        }

        PhraseHit[] parts = [.. latest.Select(p => p!.Value)];
        return IsNear(parts) ? parts : null;
    }

    /// <summary>No part overlaps another, and no more other words than allowed lie between the first and the last.</summary>
    private bool IsNear(PhraseHit[] parts)
    {
        var inOrder = parts.OrderBy(p => p.FirstWord).ToArray();
        var between = 0;
        for (var i = 1; i < inOrder.Length; i++)
        {
            if (inOrder[i].FirstWord <= inOrder[i - 1].LastWord)
            {
                return false;
            }

            between += inOrder[i].FirstWord - inOrder[i - 1].LastWord - 1;
        }

        return signal.Within.Kind == ReachKind.Sentence || between <= signal.Within.Words;
    }

    private void Clear()
    {
        Array.Clear(latest);
        Array.Clear(chains);
    }
}
