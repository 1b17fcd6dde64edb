using System.Globalization;

namespace Monitor.Core.Digests;

/// <summary>
/// The words of dates, by language tag (BCP 47); names are those of the Unicode CLDR. Only dates are in it: everything else that
/// is said is English, and the time of day is written in figures with am and pm.
/// </summary>
public sealed class DateLanguage
{
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] MaoriDays = ["Rātapu", "Rāhina", "Rātū", "Rāapa", "Rāpare", "Rāmere", "Rāhoroi"];

    private static readonly string[] MaoriMonths =
    [
        "Kohitātea", "Huitanguru", "Poutūterangi", "Paengawhāwhā", "Haratua", "Pipiri",
        "Hōngongoi", "Hereturikōkā", "Mahuru", "Whiringa-ā-nuku", "Whiringa-ā-rangi", "Hakihea",
    ];

    private readonly string[] days;
    private readonly string[] months;
    private readonly Func<string, string> shortened;

    private DateLanguage(string tag, string[] days, string[] months, Func<string, string> shortened) =>
        (Tag, this.days, this.months, this.shortened) = (tag, days, months, shortened);

    /// <summary>The default.</summary>
    public static DateLanguage NewZealandEnglish { get; } = new("en-NZ", EnglishDays, EnglishMonths, Three);

    public static IReadOnlyList<DateLanguage> All { get; } =
    [
        NewZealandEnglish,
        new("en-AU", EnglishDays, EnglishMonths, name => name == "September" ? "Sept" : Three(name)),
        new("mi", MaoriDays, MaoriMonths, name => name),
    ];

    public string Tag { get; }

    /// <summary>The language that the rest is in: a document's own tag.</summary>
    public string DocumentTag => Tag.StartsWith("en", StringComparison.Ordinal) ? Tag : NewZealandEnglish.Tag;

    /// <summary>Finds a language by its tag; null where there is none of that name.</summary>
    public static DateLanguage? Find(string tag) => All.FirstOrDefault(language => language.Tag == tag);

    /// <summary>"Thursday 19 November 2026".</summary>
    public string Long(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{WeekdayOf(date)} {date.Day} {MonthOf(date)} {date.Year:0000}");

    /// <summary>"Thursday 19 Nov".</summary>
    public string Medium(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{WeekdayOf(date)} {date.Day} {shortened(MonthOf(date))}");

    /// <summary>"Thu 19 Nov".</summary>
    public string Short(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{shortened(WeekdayOf(date))} {date.Day} {shortened(MonthOf(date))}");

    /// <summary>"Monday 9 to Sunday 15 November 2026"; the month and the year of the first only where they are others.</summary>
    public string Span(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{WeekdayOf(first)} {first.Day} to {Long(last)}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{WeekdayOf(first)} {first.Day} {MonthOf(first)} to {Long(last)}"),
        _ => $"{Long(first)} to {Long(last)}",
    };

    private static string Three(string name) => name[..3];

    private string WeekdayOf(DateOnly date) => days[(int)date.DayOfWeek];

    private string MonthOf(DateOnly date) => months[date.Month - 1];
}
