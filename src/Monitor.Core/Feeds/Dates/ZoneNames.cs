using System.Collections.Frozen;
using NodaTime;

namespace Monitor.Core.Feeds.Dates;

/// <summary>
/// Zones by the names that dates end in. Abbreviations that several zones share mean what RFC 822 says, and otherwise the zone
/// that news feeds use them for. Names of the tz database are looked up there.
/// </summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> Minutes = new (int Minutes, string Names)[]
    {
        (0, "ut utc gmt z wet"),
        (60, "bst cet met mez wat west"),
        (120, "cest mesz met-dst eet sast cat"),
        (180, "eest msk eat trt idt"),
        (210, "irst"),
        (240, "msd gst samt"),
        (270, "aft"),
        (300, "pkt"),
        (330, "ist"),
        (345, "npt"),
        (360, "bdt almt"),
        (390, "mmt"),
        (420, "ict wib"),
        (480, "sgt hkt awst awt wst myt pht wita"),
        (540, "jst kst wit"),
        (570, "acst"),
        (600, "aest aet chst vlat"),
        (630, "acdt"),
        (660, "aedt"),
        (720, "nzst nzt"),
        (780, "nzdt"),
        (-120, "brst"),
        (-150, "ndt"),
        (-180, "adt brt art clst uyt gft"),
        (-210, "nst"),
        (-240, "ast edt clt bot"),
        (-300, "est et cdt cot pet"),
        (-360, "cst ct mdt"),
        (-420, "mst mt pdt"),
        (-480, "pst pt akdt"),
        (-540, "akst"),
        (-600, "hst hast"),
        (-660, "sst"),
    }.SelectMany(zone => zone.Names.Split(' '), (zone, name) => (name, zone.Minutes)).ToFrozenDictionary(pair => pair.name, pair => pair.Minutes);

    /// <summary>Minutes east of Greenwich.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, DateTime local, out int minutes)
    {
        minutes = 0;
        if (name.Contains('/'))
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.ToString()) is not { } zone)
            {
                return false;
            }

            var at = zone.AtLeniently(LocalDateTime.FromDateTime(local));
            minutes = at.Offset.Seconds / 60;
            return true;
        }

        return name.Length < 12 && Minutes.TryGetValue(name.ToString().ToLowerInvariant(), out minutes);
    }
}
