using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>What there is to decide on.</summary>
/// <param name="Tips">Every tip that waits, each in the story that its article belongs to now.</param>
/// <param name="Told">What was told of a story under a topic (in this order: topic, story); null where nothing was.</param>
/// <param name="NameOf">A topic's name for people.</param>
/// <param name="Sent">Alerts that were let go, at least those of the last day.</param>
public sealed record AlertSituation(
    IReadOnlyList<Tip> Tips,
    Func<string, string, ToldStory?> Told,
    Desk Desk,
    Func<string, string> NameOf,
    IReadOnlyList<SentAlert> Sent,
    DateTimeOffset Now);

/// <summary>
/// Decides which of the tips that wait go out now, and in which messages.
/// <list type="number">
/// <item>Tips of a topic that alerts no more, and tips that say nothing new, are dealt with in silence (<see cref="StoryTips"/>).</item>
/// <item>The first story of a topic opens a window; when it is over, all that waits of the topic goes out: stories that broke as
/// one message, each follow-up under the first message of its story. Corrections open no window and wait for none.</item>
/// <item>What is found or would go out in quiet times waits for their end; then all of it is one message.</item>
/// <item>When as many alerts went to somebody in an hour as the desk wants, the rest of it waits for the next hour, and is one
/// message then. Corrections are not counted and not held back.</item>
/// </list>
/// "One message" is one for those who are told of the same topics: nobody gets two.
/// </summary>
public static class AlertPlan
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Null where there is nothing to do yet.</summary>
    public static Release? Decide(AlertSituation situation)
    {
        if (situation.Desk.Alerts is not { } settings)
        {
            return situation.Tips.Count == 0 ? null : new Release(situation.Now, [], [], [.. situation.Tips.Select(tip => tip.Id)], []);
        }

        var (parts, silent, idle) = Judge(situation, settings);
        var due = parts.Select(part => Due(part, parts, settings, situation)).Where(part => part.At <= situation.Now).ToList();
        var let = LetGo(due, settings, situation).ToList();
        var told = let.SelectMany(alert => alert.Told).Concat(silent).ToList();
        List<string> tips = [.. let.SelectMany(alert => alert.Tips), .. idle];
        List<SentAlert> sent = [.. let.Where(alert => alert.Counts).Select(alert => new SentAlert(alert.To, situation.Now))];
        return tips.Count == 0 ? null : new Release(situation.Now, [.. let.Select(alert => alert.Alert)], told, tips, sent);
    }

    private static (List<WaitingPart> Parts, List<ToldStory> Silent, List<string> Idle) Judge(AlertSituation situation, AlertSettings settings)
    {
        var (parts, silent, idle) = (new List<WaitingPart>(), new List<ToldStory>(), new List<string>());
        foreach (var tips in situation.Tips.GroupBy(tip => (tip.Topic, tip.Article.Story)))
        {
            if (settings.Of(tips.Key.Topic) is not { } topic)
            {
                idle.AddRange(tips.Select(tip => tip.Id));
                continue;
            }

            var told = situation.Told(topic.Id, tips.Key.Story);
            var judged = StoryTips.Judge(topic, situation.NameOf(topic.Id), tips.Key.Story, tips, told);
            parts.AddRange(judged.Parts);
            idle.AddRange(judged.Idle);
            if (told is not null && judged.Idle.Count > 0)
            {
                silent.Add(told with { Recipients = [], Articles = [], Tips = judged.Idle });
            }
        }

        return (parts, silent, idle);
    }

    private static DuePart Due(WaitingPart part, List<WaitingPart> all, AlertSettings settings, AlertSituation situation)
    {
        var (desk, quiet) = (situation.Desk, settings.QuietFor(part.Topic));
        DateTimeOffset? EndOfQuiet(DateTimeOffset at) => quiet?.EndOf(at, desk.Zone);
        var recipients = Recipients(part, desk);
        var to = Key(recipients);
        if (EndOfQuiet(part.MadeAt) is { } end)
        {
            return new DuePart(part, end, AlertOccasion.AfterQuiet, recipients, to);
        }

        var (at, occasion) = (part.MadeAt, AlertOccasion.AtOnce);
        if (part.Part.Kind != AlertPartKind.Correction)
        {
            var opened = all
                .Where(other => other.Topic == part.Topic && other.Part.Kind != AlertPartKind.Correction && EndOfQuiet(other.MadeAt) is null)
                .Min(other => other.MadeAt);
            at = opened + part.Topic.Window;
            if (EndOfQuiet(at) is null && LastFullHour(to, at, settings, situation) is { } full)
            {
                (at, occasion) = (full + Hour, AlertOccasion.RollUp);
            }
        }

        // A run that comes late does not break into the quiet either, and what it would have sent is of what waited.
        return quiet?.EndOfFirst(at, at > situation.Now ? at : situation.Now, desk.Zone) is { } later
            ? new DuePart(part, later, AlertOccasion.AfterQuiet, recipients, to)
            : new DuePart(part, at, occasion, recipients, to);
    }

    private static IEnumerable<LetGoAlert> LetGo(List<DuePart> due, AlertSettings settings, AlertSituation situation)
    {
        var sent = situation.Sent.ToList();
        var hour = situation.Desk.Zone.StartOfHour(situation.Now);
        foreach (var held in due.Where(part => part.Occasion != AlertOccasion.AtOnce).GroupBy(part => (part.Occasion, part.To)))
        {
            sent.Add(new SentAlert(held.Key.To, situation.Now));
            yield return Alert([.. held], settings, situation);
        }

        var regular = due.Where(part => part.Occasion == AlertOccasion.AtOnce)
            .GroupBy(part => part.Part.Part.Kind == AlertPartKind.Broke
                ? (part.Part.Part.Kind, part.Part.Topic.Id, Story: "", part.To)
                : (part.Part.Part.Kind, part.Part.Topic.Id, part.Part.Story, part.To))
            .OrderBy(alert => alert.Key.Kind == AlertPartKind.Correction ? -1 : (int)alert.Key.Kind)
            .ThenBy(alert => alert.Min(part => part.At));
        foreach (var alert in regular)
        {
            if (alert.Key.Kind != AlertPartKind.Correction)
            {
                if (IsFull(alert.Key.To, hour, settings, sent))
                {
                    continue;
                }

                sent.Add(new SentAlert(alert.Key.To, situation.Now));
            }

            yield return Alert([.. alert], settings, situation);
        }
    }

    private static LetGoAlert Alert(List<DuePart> parts, AlertSettings settings, AlertSituation situation)
    {
        var inOrder = parts
            .OrderBy(part => part.Part.Part.Kind)
            .ThenByDescending(part => part.Part.Part.Story.Items.Select(item => item.Outlet).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(part => part.Part.Part.Story.Lead.Score)
            .ThenBy(part => part.Part.MadeAt)
            .ThenBy(part => part.Part.Story, StringComparer.Ordinal)
            .Select(part => part.Part)
            .ToList();
        var (occasion, recipients) = (parts[0].Occasion, parts[0].Recipients);
        var alert = new Alert(
            [.. inOrder.Select(part => part.Part)], situation.Desk.Zone.Id, situation.Now, occasion,
            occasion == AlertOccasion.AtOnce ? null : inOrder.Min(part => part.MadeAt),
            occasion == AlertOccasion.RollUp ? settings.PerHour : null);
        List<string> tips = [.. inOrder.SelectMany(part => part.Tips)];
        string[] identity = ["alert", .. tips.Order(StringComparer.Ordinal)];
        // A message that tells of several stories is nobody's continuation.
        var threads = inOrder.Select(part => part.Told?.Thread).DistinctBy(thread => string.Join(' ', thread ?? [])).ToList();
        return new LetGoAlert(
            new ReleasedAlert(identity, alert, inOrder.Max(part => part.Topic.Severity), threads is [var only] ? only : null, recipients),
            [.. inOrder.Select(part => new ToldStory(part.Topic.Id, part.Story, part.Told?.Thread ?? identity, recipients, part.Articles, part.Tips))],
            tips,
            parts[0].To,
            Counts: occasion != AlertOccasion.AtOnce || inOrder[0].Part.Kind != AlertPartKind.Correction);
    }

    // Whoever has left the desk since is not written to.
    private static IReadOnlyList<Recipient> Recipients(WaitingPart part, Desk desk) =>
        part is { Part.Kind: AlertPartKind.Correction, Told: { } told }
            ? [.. desk.People(desk.Groups.Select(group => group.Id)).Where(person => told.Recipients.Any(known => (known.Channel, known.Address) == (person.Channel, person.Address)))]
            : desk.People(part.Topic.Recipients);

    private static DateTimeOffset? LastFullHour(string to, DateTimeOffset since, AlertSettings settings, AlertSituation situation)
    {
        var zone = situation.Desk.Zone;
        var first = zone.StartOfHour(since);
        return situation.Sent.Where(alert => alert.To == to && alert.At >= first).Select(alert => zone.StartOfHour(alert.At))
            .Where(hour => IsFull(to, hour, settings, situation.Sent))
            .Select(hour => (DateTimeOffset?)hour)
            .Max();
    }

    private static bool IsFull(string to, DateTimeOffset hour, AlertSettings settings, IEnumerable<SentAlert> sent) =>
        settings.PerHour is { } most && sent.Count(alert => alert.To == to && alert.At >= hour && alert.At < hour + Hour) >= most;

    private static string Key(IReadOnlyList<Recipient> recipients) =>
        string.Join(' ', recipients.Select(recipient => $"{recipient.Channel}:{recipient.Address}").Order(StringComparer.Ordinal));

    private sealed record DuePart(
        WaitingPart Part, DateTimeOffset At, AlertOccasion Occasion, IReadOnlyList<Recipient> Recipients, string To);

    private sealed record LetGoAlert(
        ReleasedAlert Alert, IReadOnlyList<ToldStory> Told, IReadOnlyList<string> Tips, string To, bool Counts);
}
