using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Digests;

/// <summary>A calendar file: lines of "2026-02-06: Waitangi Day", or of "2026-11-17 to 2026-11-19: Parliament sits" for days in a row.</summary>
internal sealed class CalendarReader(DeskYaml yaml)
{
    private const int LongestRange = 366;

    public CalendarLoad Read(string text)
    {
        if (yaml.Root(text) is not { } root)
        {
            return new(null, yaml.Problems);
        }

        const string What = "the calendar";
        var fields = yaml.Fields(root, What, "id", "name", "through", "days");
        var id = yaml.Need(fields, root, What, "id", Id);
        var name = yaml.Need(fields, root, What, "name", node => yaml.Text(node, "name"));
        var through = DateOnly.MaxValue;
        if (yaml.Need(fields, root, What, "through", node => yaml.Text(node, "through")) is { } last && DateOf(last) is not { } date)
        {
            yaml.Refuse(fields["through"], $"through is {DeskYaml.Quote(last)}: write the last date that the file speaks of, such as 2027-12-31");
        }
        else if (fields.TryGetValue("through", out _))
        {
            through = DateOf(((YamlScalarNode)fields["through"]).Value!.Trim()) ?? through;
        }

        var days = yaml.Need(fields, root, What, "days", node => Days(node, through));
        return yaml.Problems.Count > 0 ? new(null, yaml.Problems) : new(new DayCalendar(id!, name!, through, days!), []);
    }

    private string? Id(YamlNode node)
    {
        var id = yaml.Text(node, "id");
        if (id is not null && (id.Length > 64 || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
        {
            yaml.Refuse(node, $"the id {DeskYaml.Quote(id)} may hold only lower-case letters, digits and hyphens, at most 64");
        }

        return id;
    }

    private Dictionary<DateOnly, string> Days(YamlNode node, DateOnly through)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var (key, value) in yaml.Entries(node, "days"))
        {
            if (yaml.Text(value, $"the name of {DeskYaml.Quote(key)}") is not { } name)
            {
                continue;
            }

            var ends = key.Split(" to ");
            if (ends.Length > 2 || DateOf(ends[0]) is not { } first || DateOf(ends[^1]) is not { } last)
            {
                yaml.Refuse(value, $"{DeskYaml.Quote(key)} is no day: write 2026-02-06, or \"2026-11-17 to 2026-11-19\" for days in a row");
                continue;
            }

            if (last < first || last.DayNumber - first.DayNumber >= LongestRange)
            {
                yaml.Refuse(value, $"{DeskYaml.Quote(key)} must go forwards, and over at most {LongestRange} days");
                continue;
            }

            if (last > through)
            {
                yaml.Refuse(value, $"{DeskYaml.Quote(key)} is after through, {through:yyyy-MM-dd}: the file says that it speaks of no later day");
            }

            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (!days.TryAdd(day, name))
                {
                    yaml.Refuse(value, $"{day:yyyy-MM-dd} has a name already, {DeskYaml.Quote(days[day])}: keep one");
                }
            }
        }

        return days;
    }

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
