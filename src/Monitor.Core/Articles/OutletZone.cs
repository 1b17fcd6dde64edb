using System.Collections.Frozen;
using NodaTime;

namespace Monitor.Core.Articles;

/// <summary>
/// The time zone that an outlet means where it gives none: that of its newsroom, judged by the country of its host or of
/// its language tag. Countries with several zones stand for the one in which their national newsrooms sit.
/// </summary>
internal static class OutletZone
{
    // IANA time zone database, zone1970.tab; country codes as in host names.
    private static readonly FrozenDictionary<string, string> Countries = new Dictionary<string, string>
    {
        ["nz"] = "Pacific/Auckland", ["au"] = "Australia/Sydney", ["fj"] = "Pacific/Fiji", ["ws"] = "Pacific/Apia", ["to"] = "Pacific/Tongatapu",
        ["pg"] = "Pacific/Port_Moresby", ["ck"] = "Pacific/Rarotonga", ["nc"] = "Pacific/Noumea",
        ["uk"] = "Europe/London", ["gb"] = "Europe/London", ["ie"] = "Europe/Dublin", ["us"] = "America/New_York", ["ca"] = "America/Toronto",
        ["za"] = "Africa/Johannesburg", ["in"] = "Asia/Kolkata", ["sg"] = "Asia/Singapore", ["hk"] = "Asia/Hong_Kong", ["ph"] = "Asia/Manila",
        ["my"] = "Asia/Kuala_Lumpur",
        ["de"] = "Europe/Berlin", ["at"] = "Europe/Vienna", ["ch"] = "Europe/Zurich", ["fr"] = "Europe/Paris", ["it"] = "Europe/Rome",
        ["es"] = "Europe/Madrid", ["pt"] = "Europe/Lisbon", ["nl"] = "Europe/Amsterdam", ["be"] = "Europe/Brussels", ["lu"] = "Europe/Luxembourg",
        ["dk"] = "Europe/Copenhagen", ["no"] = "Europe/Oslo", ["se"] = "Europe/Stockholm", ["fi"] = "Europe/Helsinki", ["pl"] = "Europe/Warsaw",
        ["cz"] = "Europe/Prague", ["hu"] = "Europe/Budapest", ["gr"] = "Europe/Athens", ["ua"] = "Europe/Kyiv", ["ru"] = "Europe/Moscow",
        ["tr"] = "Europe/Istanbul", ["il"] = "Asia/Jerusalem", ["ae"] = "Asia/Dubai",
        ["jp"] = "Asia/Tokyo", ["kr"] = "Asia/Seoul", ["cn"] = "Asia/Shanghai", ["tw"] = "Asia/Taipei", ["id"] = "Asia/Jakarta",
        ["th"] = "Asia/Bangkok", ["vn"] = "Asia/Ho_Chi_Minh", ["pk"] = "Asia/Karachi", ["bd"] = "Asia/Dhaka", ["lk"] = "Asia/Colombo",
        ["np"] = "Asia/Kathmandu",
        ["br"] = "America/Sao_Paulo", ["ar"] = "America/Argentina/Buenos_Aires", ["cl"] = "America/Santiago", ["co"] = "America/Bogota",
        ["pe"] = "America/Lima", ["mx"] = "America/Mexico_City", ["ve"] = "America/Caracas", ["ng"] = "Africa/Lagos", ["ke"] = "Africa/Nairobi",
        ["gh"] = "Africa/Accra", ["eg"] = "Africa/Cairo", ["na"] = "Africa/Windhoek",
    }.ToFrozenDictionary();

    // Abbreviations as outlets write them beside a time; hours east of Greenwich.
    private static readonly FrozenDictionary<string, double> Abbreviations = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["NZST"] = 12, ["NZDT"] = 13, ["AEST"] = 10, ["AEDT"] = 11, ["ACST"] = 9.5, ["ACDT"] = 10.5,
            ["AWST"] = 8, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["IST"] = 5.5, ["SGT"] = 8,
            ["HKT"] = 8, ["JST"] = 9, ["KST"] = 9, ["SAST"] = 2,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>UTC where nothing tells the country.</summary>
    public static DateTimeZone Of(Uri? url, string? language)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        if (url is not null && Countries.TryGetValue(url.Host[(url.Host.LastIndexOf('.') + 1)..], out var byHost))
        {
            return zones[byHost];
        }

        return language?.IndexOfAny(['-', '_']) is > 0 and var at && Countries.TryGetValue(language[(at + 1)..].ToLowerInvariant(), out var byLanguage)
            ? zones[byLanguage]
            : DateTimeZone.Utc;
    }

    public static Offset? Abbreviated(ReadOnlySpan<char> zone) =>
        Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(zone, out var hours) ? Offset.FromSeconds((int)(hours * 3600)) : null;
}
