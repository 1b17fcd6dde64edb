using System.Globalization;

namespace Monitor.Pages.Wording;

/// <summary>Numbers, nouns and lists as a person would write them.</summary>
public static class Counted
{
    /// <summary>"1 page", "1,204 pages".</summary>
    public static string Of(int count, string one, string? many = null) =>
        $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> parts, string last = "and") => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}",
    };

    /// <summary>"2 hours 12 minutes", in whole minutes and at least one.</summary>
    public static string Duration(TimeSpan span)
    {
        var minutes = Math.Max(1, (long)span.TotalMinutes);
        var (days, hours) = (minutes / 1440, minutes % 1440 / 60);
        List<string> parts = [];
        Add(days, "day");
        Add(hours, "hour");
        Add(days > 0 ? 0 : minutes % 60, "minute");
        return string.Join(' ', parts);

        void Add(long count, string noun)
        {
            if (count > 0)
            {
                parts.Add(Of((int)Math.Min(count, int.MaxValue), noun));
            }
        }
    }
}
