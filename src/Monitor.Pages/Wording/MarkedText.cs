using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>Legible text with the words that were hit. Marks are ascending, inside the text, and do not overlap.</summary>
public sealed record MarkedText(string Text, IReadOnlyList<Mark> Marks)
{
    public static MarkedText Plain(string text) => new(text, []);

    /// <summary>The text in order, in stretches that are marked throughout or not at all.</summary>
    public IEnumerable<(string Text, bool Marked)> Stretches()
    {
        var at = 0;
        foreach (var mark in Marks)
        {
            if (mark.Start > at)
            {
                yield return (Text[at..mark.Start], false);
            }

            at = mark.Start + mark.Length;
            yield return (Text[mark.Start..at], true);
        }

        if (at < Text.Length)
        {
            yield return (Text[at..], false);
        }
    }

    /// <summary>At most about <paramref name="max"/> code units around the first mark, with an ellipsis where text was left out.</summary>
    public MarkedText Around(int max)
    {
        if (Text.Length <= max)
        {
            return this;
        }

        var first = Marks.Count > 0 ? Marks[0].Start : 0;
        var start = 0;
        if (first > max / 2)
        {
            var from = first - max / 3;
            var space = Text.IndexOf(' ', from, first - from);
            start = space < 0 ? first : space + 1;
        }

        var kept = Legible.Cut(Text[start..], max);
        var whole = kept.Length == Text.Length - start ? kept.Length : kept.Length - 1;
        var lead = start > 0 ? "…" : "";
        var marks = Marks
            .Where(mark => mark.Start >= start && mark.Start - start < whole)
            .Select(mark => new Mark(mark.Start - start + lead.Length, Math.Min(mark.Length, whole - (mark.Start - start))));
        return new MarkedText(lead + kept, [.. marks]);
    }
}
