using System.Globalization;
using Monitor.Core.Alerts;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Digests;

/// <summary>The part of desk.yaml that says what is told at once. What it names is looked up by the reader of the whole file.</summary>
/// <param name="topic">Reads the id of a topic; null, with a problem, where there is none of that name.</param>
/// <param name="groups">Reads a list of groups.</param>
/// <param name="days">Reads days as editions name them.</param>
internal sealed class AlertsReader(
    DeskYaml yaml,
    Func<YamlNode, string, string?> topic,
    Func<YamlNode, string, IReadOnlyList<string>> groups,
    Func<YamlNode, string, IReadOnlyList<DayOfWeek>> days)
{
    private const int MostPerHour = 1_000;

    private static readonly TimeSpan DefaultMaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(10);

    public AlertSettings? Read(YamlNode node)
    {
        var fields = yaml.Fields(node, "alerts", "topics", "recipients", "maxAge", "group", "severity", "quiet", "perHour");
        if (fields.Count == 0)
        {
            return null;
        }

        var recipients = yaml.Need(fields, node, "alerts", "recipients", found => groups(found, "recipients of alerts")) ?? [];
        var maxAge = fields.TryGetValue("maxAge", out var age)
            ? Time(age, "maxAge of alerts", TimeSpan.FromMinutes(1), TimeSpan.FromDays(31), "1m to 31d: write one such as 90m, 24h or 2d") ?? DefaultMaxAge
            : DefaultMaxAge;
        var usual = Topic(fields, "alerts", new AlertTopic("", recipients, DefaultWindow));
        var topics = yaml.Need(fields, node, "alerts", "topics", found => Topics(found, usual)) ?? [];
        var quiet = fields.TryGetValue("quiet", out var times) ? Quiet(times) : null;
        var perHour = fields.TryGetValue("perHour", out var most) ? PerHour(most) : null;
        return new AlertSettings(topics, maxAge, quiet, perHour);
    }

    private List<AlertTopic> Topics(YamlNode node, AlertTopic usual)
    {
        var topics = new List<AlertTopic>();
        foreach (var item in yaml.Items(node, "topics of alerts"))
        {
            if (One(item, usual) is not { } found)
            {
                continue;
            }

            if (topics.Exists(known => known.Id == found.Id))
            {
                yaml.Refuse(item, $"topics of alerts has {DeskYaml.Quote(found.Id)} twice: keep one");
            }

            topics.Add(found);
        }

        return topics;
    }

    private AlertTopic? One(YamlNode node, AlertTopic usual)
    {
        if (node is YamlScalarNode)
        {
            return topic(node, "topics of alerts") is { } bare ? usual with { Id = bare } : null;
        }

        const string What = "a topic of alerts";
        var fields = yaml.Fields(node, What, "topic", "recipients", "group", "severity");
        if (fields.Count == 0 || yaml.Need(fields, node, What, "topic", found => topic(found, "topics of alerts")) is not { } id)
        {
            return null;
        }

        var what = $"the topic {DeskYaml.Quote(id)} of alerts";
        var own = Topic(fields, what, usual with { Id = id });
        return fields.TryGetValue("recipients", out var people) ? own with { Recipients = groups(people, $"recipients of {what}") } : own;
    }

    private AlertTopic Topic(Dictionary<string, YamlNode> fields, string what, AlertTopic usual)
    {
        if (fields.TryGetValue("group", out var window)
            && Time(window, $"group of {what}", TimeSpan.Zero, TimeSpan.FromHours(24), "0m to 24h: write one such as 10m, or 0m for at once") is { } length)
        {
            usual = usual with { Window = length };
        }

        if (!fields.TryGetValue("severity", out var node) || yaml.Text(node, $"severity of {what}") is not { } text)
        {
            return usual;
        }

        Severity? severity = text switch { "low" => Severity.Low, "normal" => Severity.Normal, "high" => Severity.High, _ => null };
        if (severity is null)
        {
            yaml.Refuse(node, $"severity of {what} is {DeskYaml.Quote(text)}: write low, normal or high");
        }

        return usual with { Severity = severity ?? usual.Severity };
    }

    private QuietTimes? Quiet(YamlNode node)
    {
        const string What = "quiet of alerts";
        var fields = yaml.Fields(node, What, "hours", "days", "except");
        var hours = fields.TryGetValue("hours", out var hoursNode) ? Hours(hoursNode) : null;
        var wholeDays = fields.TryGetValue("days", out var daysNode) ? days(daysNode, What) : [];
        if (hoursNode is null && daysNode is null && fields.Count > 0)
        {
            yaml.Refuse(node, $"{What} names neither hours nor days: write hours: \"21:30-06:30\", days: [weekend], or both");
        }

        if (wholeDays.Count == 7)
        {
            yaml.Refuse(daysNode!, $"{What} takes in every day, so that no alert would ever be sent: leave a day out");
        }

        if (fields.TryGetValue("except", out var except) && yaml.Text(except, $"except in {What}") is { } text && text != "high")
        {
            yaml.Refuse(except, $"except in {What} is {DeskYaml.Quote(text)}: it may only be high");
        }

        return new QuietTimes(hours?.From, hours?.Until, wholeDays, except is not null);
    }

    private (TimeOnly From, TimeOnly Until)? Hours(YamlNode node)
    {
        if (yaml.Text(node, "hours in quiet of alerts") is not { } text)
        {
            return null;
        }

        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Clock(parts[0]) is { } from && Clock(parts[1]) is { } until && from != until)
        {
            return (from, until);
        }

        yaml.Refuse(node, $"hours in quiet of alerts are {DeskYaml.Quote(text)}: write two different times, such as \"21:30-06:30\"");
        return null;
    }

    private static TimeOnly? Clock(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private int? PerHour(YamlNode node)
    {
        if (yaml.Text(node, "perHour of alerts") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= MostPerHour)
        {
            return most;
        }

        yaml.Refuse(node, $"perHour of alerts is {DeskYaml.Quote(text)}: write a whole number from 1 to {MostPerHour}, or leave it out for no limit");
        return null;
    }

    private TimeSpan? Time(YamlNode node, string what, TimeSpan least, TimeSpan most, string range)
    {
        if (yaml.Text(node, what) is not { } text)
        {
            return null;
        }

        var hasNumber = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        TimeSpan? time = (hasNumber && number <= 100_000 ? text[^1] : ' ') switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => text == "0" ? TimeSpan.Zero : null,
        };
        if (time is null || time < least || time > most)
        {
            yaml.Refuse(node, $"{what} is {DeskYaml.Quote(text)}, which is not a time from {range}");
            return null;
        }

        return time;
    }
}
