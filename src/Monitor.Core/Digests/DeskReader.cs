using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Digests;

/// <summary>desk.yaml, section by section. Channels come first, because groups name them; then groups, because editions, alerts and operations do.</summary>
internal sealed class DeskReader(DeskYaml yaml, IReadOnlySet<string>? knownTopics, IReadOnlySet<string>? knownCalendars = null)
{
    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly DayOfWeek[] Daily = [.. Weekdays, .. Weekend];

    private HashSet<string> groupIds = [];

    public DeskLoad Read(string text)
    {
        if (yaml.Root(text) is not { } root)
        {
            return new(null, yaml.Problems);
        }

        const string What = "the file";
        var fields = yaml.Fields(root, What, "zone", "language", "contact", "from", "channels", "recipients", "operations", "editions", "alerts");
        var recipients = new RecipientsReader(yaml);
        var channels = fields.TryGetValue("channels", out var channelsNode) ? recipients.Channels(channelsNode) : [];
        var groups = yaml.Need(fields, root, What, "recipients", node => recipients.Groups(node, channels)) ?? [];
        groupIds = [.. groups.Select(group => group.Id)];
        var zone = fields.TryGetValue("zone", out var zoneNode) ? Zone(zoneNode) : DeskZone.Find("Pacific/Auckland");
        var language = fields.TryGetValue("language", out var languageNode) ? Language(languageNode) : DateLanguage.NewZealandEnglish;
        var contact = yaml.Need(fields, root, What, "contact", Contact);
        var from = yaml.Need(fields, root, What, "from", node => recipients.Person(node, "from"));
        var operations = yaml.Need(fields, root, What, "operations", node => Group(node, "operations"));
        var editions = yaml.Need(fields, root, What, "editions", Editions) ?? [];
        var alerts = fields.TryGetValue("alerts", out var alertsNode)
            ? new AlertsReader(yaml, Topic, (node, what) => Names(node, what, Group), Days).Read(alertsNode)
            : null;

        return yaml.Problems.Count > 0
            ? new(null, yaml.Problems)
            : new(new Desk(zone!.In(language!), contact!, from!, groups, operations!, editions, alerts, channels), []);
    }

    private DeskZone? Zone(YamlNode node)
    {
        if (yaml.Text(node, "zone") is not { } id)
        {
            return null;
        }

        var zone = DeskZone.Find(id);
        if (zone is null)
        {
            yaml.Refuse(node, $"zone {DeskYaml.Quote(id)} is unknown: write a name from the IANA list, such as Pacific/Auckland or Australia/Sydney");
        }

        return zone;
    }

    private DateLanguage? Language(YamlNode node)
    {
        if (yaml.Text(node, "language") is not { } tag)
        {
            return null;
        }

        var language = DateLanguage.Find(tag);
        if (language is null)
        {
            yaml.Refuse(node, $"language {DeskYaml.Quote(tag)} of dates is unknown: there are {string.Join(", ", DateLanguage.All.Select(known => known.Tag))}");
        }

        return language;
    }

    private string? Contact(YamlNode node)
    {
        if (yaml.Text(node, "contact") is not { } contact)
        {
            return null;
        }

        var isWebAddress = contact.StartsWith("https://", StringComparison.Ordinal)
            && Uri.IsWellFormedUriString(contact, UriKind.Absolute);
        if (!isWebAddress && !Recipient.IsAddress(contact))
        {
            yaml.Refuse(node, $"contact {DeskYaml.Quote(contact)} is neither an e-mail address nor an https address");
        }

        return contact;
    }

    private string? Group(YamlNode node, string what)
    {
        if (yaml.Text(node, what) is not { } id)
        {
            return null;
        }

        if (groupIds.Count > 0 && !groupIds.Contains(id))
        {
            yaml.Refuse(node, $"{what} names the group {DeskYaml.Quote(id)}, which recipients lacks: it has {DeskYaml.Listed(groupIds)}");
        }

        return id;
    }

    private string? Topic(YamlNode node, string what)
    {
        if (yaml.Text(node, what) is not { } id)
        {
            return null;
        }

        if (knownTopics is not null && !knownTopics.Contains(id))
        {
            yaml.Refuse(node, $"{what} names the topic {DeskYaml.Quote(id)}, which no topic file has: there are {DeskYaml.Listed(knownTopics)}");
        }

        return id;
    }

    private List<Edition> Editions(YamlNode node)
    {
        var editions = new List<Edition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in yaml.Items(node, "editions"))
        {
            if (Edition(item) is not { } edition)
            {
                continue;
            }

            editions.Add(edition);
            if (!ids.Add(edition.Id))
            {
                yaml.Refuse(item, $"the edition {DeskYaml.Quote(edition.Id)} is there twice: give each its own id");
            }
        }

        foreach (var (former, _) in editions.SelectMany(edition => edition.Was ?? []).CountBy(former => former).Where(former => ids.Contains(former.Key) || former.Value > 1))
        {
            yaml.Refuse(node, $"was names {DeskYaml.Quote(former)}, which another edition has: it may name only ids that are no longer in use, once each");
        }

        return editions;
    }

    private Edition? Edition(YamlNode node)
    {
        var fields = yaml.Fields(node, "an edition", "id", "name", "at", "days", "topics", "recipients", "on", "was");
        if (fields.Count == 0)
        {
            return null;
        }

        if (yaml.Need(fields, node, "an edition", "id", found => yaml.Text(found, "the id of an edition")) is not { } id)
        {
            return null;
        }

        yaml.CheckId(fields["id"], id, "edition");
        var what = $"the edition {DeskYaml.Quote(id)}";
        var name = yaml.Need(fields, node, what, "name", found => yaml.Text(found, $"the name of {what}"));
        var at = yaml.Need(fields, node, what, "at", found => Times(found, what));
        var days = fields.TryGetValue("days", out var daysNode) ? Days(daysNode, what) : Daily;
        var topics = yaml.Need(fields, node, what, "topics", found => Names(found, $"topics of {what}", Topic));
        var recipients = yaml.Need(fields, node, what, "recipients", found => Names(found, $"recipients of {what}", Group));
        var on = fields.TryGetValue("on", out var onNode) ? DayRules(onNode, what) : null;
        var was = fields.TryGetValue("was", out var wasNode) ? Names(AsList(wasNode), $"was of {what}", FormerId) : null;
        return new(id, name ?? id, at ?? [], days, topics ?? [], recipients ?? [], on, was);
    }

    private List<DayRule> DayRules(YamlNode node, string what)
    {
        var rules = new List<DayRule>();
        foreach (var (calendar, value) in yaml.Entries(node, $"on of {what}"))
        {
            if (knownCalendars is not null && !knownCalendars.Contains(calendar))
            {
                var known = knownCalendars.Count == 0 ? "there is none" : $"there are {DeskYaml.Listed(knownCalendars)}";
                yaml.Refuse(value, $"{what} names the calendar {DeskYaml.Quote(calendar)}, which no file in calendars/ has: {known}");
            }

            rules.Add(new(calendar, value is YamlScalarNode { Value: "skip" } ? [] : Times(AsList(value), $"{what} on {DeskYaml.Quote(calendar)}")));
        }

        return rules;
    }

    private string? FormerId(YamlNode node, string what)
    {
        if (yaml.Text(node, what) is { } id)
        {
            yaml.CheckId(node, id, "edition");
            return id;
        }

        return null;
    }

    // One of something may be written without brackets.
    private static YamlNode AsList(YamlNode node) => node is YamlScalarNode ? new YamlSequenceNode(node) : node;

    private List<TimeOnly> Times(YamlNode node, string what)
    {
        var times = new SortedSet<TimeOnly>();
        foreach (var item in yaml.Items(node, $"at of {what}"))
        {
            if (yaml.Text(item, $"a time of {what}") is not { } text)
            {
                continue;
            }

            if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                yaml.Refuse(item, $"{what} has the time {DeskYaml.Quote(text)}: write hours and minutes, such as \"07:00\"");
            }
            else if (!times.Add(time))
            {
                yaml.Refuse(item, $"{what} has the time {DeskYaml.Quote(text)} twice: keep one");
            }
        }

        return [.. times];
    }

    private DayOfWeek[] Days(YamlNode node, string what)
    {
        IReadOnlyList<YamlNode> items = node is YamlScalarNode ? [node] : yaml.Items(node, $"days of {what}");
        var days = new HashSet<DayOfWeek>();
        foreach (var item in items)
        {
            if (yaml.Text(item, $"a day of {what}") is not { } text)
            {
                continue;
            }

            if (DaysOf(text) is { } found)
            {
                days.UnionWith(found);
            }
            else
            {
                yaml.Refuse(item, $"{what} has the day {DeskYaml.Quote(text)}: write mon, tue, wed, thu, fri, sat, sun, weekdays, weekend or daily");
            }
        }

        return [.. Daily.Where(days.Contains)];
    }

    private static DayOfWeek[]? DaysOf(string text) => text switch
    {
        "daily" => Daily,
        "weekdays" => Weekdays,
        "weekend" => Weekend,
        "mon" => [DayOfWeek.Monday],
        "tue" => [DayOfWeek.Tuesday],
        "wed" => [DayOfWeek.Wednesday],
        "thu" => [DayOfWeek.Thursday],
        "fri" => [DayOfWeek.Friday],
        "sat" => [DayOfWeek.Saturday],
        "sun" => [DayOfWeek.Sunday],
        _ => null,
    };

    private List<string> Names(YamlNode node, string what, Func<YamlNode, string, string?> read)
    {
        var names = new List<string>();
        foreach (var item in yaml.Items(node, what))
        {
            if (read(item, what) is not { } name)
            {
                continue;
            }

            if (names.Contains(name, StringComparer.Ordinal))
            {
                yaml.Refuse(item, $"{what} has {DeskYaml.Quote(name)} twice: keep one");
            }

            names.Add(name);
        }

        return names;
    }
}
