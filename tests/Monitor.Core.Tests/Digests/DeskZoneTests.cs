using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

public class DeskZoneTests
{
    private static readonly DeskZone Auckland = DeskZone.Find("Pacific/Auckland")!;

    [Fact]
    public void An_unknown_zone_is_not_found() => DeskZone.Find("Pacific/Otautahi").ShouldBeNull();

    [Fact]
    public void A_morning_in_Auckland_is_the_evening_before_in_UTC() =>
        Auckland.At(new DateOnly(2026, 11, 19), new TimeOnly(7, 0)).ShouldBe(DateTimeOffset.Parse("2026-11-18T18:00:00Z"));

    [Fact]
    public void An_hour_that_daylight_saving_skips_moves_on_by_the_length_of_the_gap() =>
        Auckland.At(new DateOnly(2026, 9, 27), new TimeOnly(2, 30)).ShouldBe(DateTimeOffset.Parse("2026-09-26T14:30:00Z"));

    [Fact]
    public void An_hour_that_daylight_saving_repeats_is_its_first_pass() =>
        Auckland.At(new DateOnly(2026, 4, 5), new TimeOnly(2, 30)).ShouldBe(DateTimeOffset.Parse("2026-04-04T13:30:00Z"));

    [Fact]
    public void Times_of_another_day_name_the_day() =>
        Auckland.TimeSeenFrom(new DateOnly(2026, 11, 19), DateTimeOffset.Parse("2026-11-18T05:42:00Z")).ShouldBe("Wed 18 Nov, 6:42 pm");
}
