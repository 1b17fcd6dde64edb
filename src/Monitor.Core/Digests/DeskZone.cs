using NodaTime;
using NodaTime.Text;

namespace Monitor.Core.Digests;

/// <summary>
/// The desk's time zone. Zone data is NodaTime's own (TZDB), so that a machine without any gives the same hours.
/// </summary>
public sealed class DeskZone
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("h:mm tt");

    private readonly DateTimeZone zone;

    private DeskZone(DateTimeZone zone, DateLanguage language) => (this.zone, Language) = (zone, language);

    /// <summary>The TZDB id, such as Pacific/Auckland.</summary>
    public string Id => zone.Id;

    /// <summary>The language in which dates are written.</summary>
    public DateLanguage Language { get; }

    /// <summary>Finds a zone by its TZDB id; null where there is none of that name.</summary>
    public static DeskZone? Find(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new DeskZone(zone, DateLanguage.NewZealandEnglish) : null;

    /// <summary>The same zone with dates in another language.</summary>
    public DeskZone In(DateLanguage language) => new(zone, language);

    /// <summary>The date in this zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => Local(instant).Date.ToDateOnly();

    /// <summary>The instant of a local time; one that is skipped moves on by the length of the gap, of one that is repeated the first pass counts.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time) =>
        zone.AtLeniently(LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(time))).ToInstant().ToDateTimeOffset();

    /// <summary>When the hour of the local clock began in which an instant lies.</summary>
    public DateTimeOffset StartOfHour(DateTimeOffset instant) =>
        instant.ToUniversalTime() - (Local(instant).TimeOfDay - new LocalTime(Local(instant).Hour, 0)).ToDuration().ToTimeSpan();

    /// <summary>The hour of the local week: 0 is Monday from midnight to one, 167 is the last of Sunday.</summary>
    public int HourOfWeek(DateTimeOffset instant)
    {
        var local = Local(instant);
        return (((int)local.DayOfWeek - 1) * 24) + local.Hour;
    }

    /// <summary>"6:42 am".</summary>
    public string Time(DateTimeOffset instant) => Clock.Format(Local(instant).TimeOfDay).ToLowerInvariant();

    /// <summary>"Thursday 19 November 2026".</summary>
    public static string LongDate(DateOnly date) => DateLanguage.NewZealandEnglish.Long(date);

    /// <summary>"6:42 am" on <paramref name="today"/>, otherwise "Wed 18 Nov, 6:42 am".</summary>
    public string TimeSeenFrom(DateOnly today, DateTimeOffset instant) =>
        DateOf(instant) == today ? Time(instant) : $"{Language.Short(DateOf(instant))}, {Time(instant)}";

    private LocalDateTime Local(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(zone).LocalDateTime;
}
