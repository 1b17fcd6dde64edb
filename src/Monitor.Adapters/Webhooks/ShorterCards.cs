using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.Writing;

namespace Monitor.Adapters.Webhooks;

/// <summary>
/// Ever shorter forms of a card, for channels with a bound. First the lines of each item go, from the last one up; then the
/// items, from the last one up, and the card says how many; the title is always there.
/// </summary>
internal static class ShorterCards
{
    private const int MaxTextLines = 30;
    private const int MaxLine = 300;

    /// <summary>The first form that <paramref name="write"/> can put into its bound; the last one where none fits.</summary>
    /// <param name="write">The card as it would travel, and whether it fits.</param>
    public static byte[] Fit(Card card, Func<Card, (byte[] Json, bool Fits)> write)
    {
        var last = Array.Empty<byte>();
        foreach (var form in Of(card))
        {
            (last, var fits) = write(form);
            if (fits)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>The card of a message; made of the beginning of its text where it has none.</summary>
    public static Card CardOf(Message message)
    {
        if (message.Card is { } card)
        {
            return card;
        }

        List<string> lines = [.. message.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Take(MaxTextLines).Select(line => line.Length > MaxLine ? line[..MaxLine] + "…" : line)];
        return new Card(message.Subject, lines.Count == 0 ? [] : [new CardItem(lines[0], null, lines[1..])]);
    }

    private static IEnumerable<Card> Of(Card card)
    {
        yield return card;
        var most = card.Items.Select(item => item.Lines.Count).DefaultIfEmpty().Max();
        for (var lines = most / 2; most > 0; lines /= 2)
        {
            yield return card with { Items = [.. card.Items.Select(item => item with { Lines = [.. item.Lines.Take(lines)] })] };
            if (lines == 0)
            {
                break;
            }
        }

        for (var items = card.Items.Count * 3 / 4; ; items = items * 3 / 4)
        {
            var left = card.Items.Count - items;
            yield return card with
            {
                Items =
                [
                    .. card.Items.Take(items).Select(item => item with { Lines = [] }),
                    .. left > 0 ? [new CardItem($"And {left} more", null, [])] : Array.Empty<CardItem>(),
                ],
            };
            if (items == 0)
            {
                break;
            }
        }
    }
}
