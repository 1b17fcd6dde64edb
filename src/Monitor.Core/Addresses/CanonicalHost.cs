namespace Monitor.Core.Addresses;

/// <summary>The host under which an outlet publishes for everybody.</summary>
internal static class CanonicalHost
{
    // Where a country's registry sells names at the third level, as in nzherald.co.nz: the second-level words in use under two-letter domains.
    private static readonly string[] SecondLevels =
        ["co", "com", "net", "org", "gov", "govt", "edu", "ac", "id", "asn", "geek", "gen", "kiwi", "maori", "iwi", "school", "health", "cri", "mil", "parliament", "or", "ne", "go"];

    /// <summary>In lower case and ASCII, IPv6 in brackets; empty where the host is no valid name.</summary>
    public static string Of(Uri url)
    {
        if (url.HostNameType is UriHostNameType.IPv6 or UriHostNameType.IPv4)
        {
            return url.Host;
        }

        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        if (CanonicalRules.MobileHosts.TryGetValue(host, out var known))
        {
            return known;
        }

        // m.example.com, and en.m.example.org where a language comes first; a label at a time, since amp.m.example.com is met too
        var labels = host.Split('.').ToList();
        var owned = NamesOwned(labels);
        for (var taken = false; ; taken = true)
        {
            var mobile = labels.FindIndex(CanonicalRules.MobileLabels.Contains);
            var leads = mobile == 0 || (mobile == 1 && labels[1] == "m" && labels[0].Length <= 3);
            if (!leads || labels.Count - mobile - 1 < owned)
            {
                return (taken && labels.Count == owned ? "www." : "") + string.Join('.', labels);
            }

            labels.RemoveAt(mobile);
        }
    }

    /// <summary>How many labels, from the right, make a name that somebody registered: 2 for example.com, 3 for example.co.nz.</summary>
    private static int NamesOwned(List<string> labels) =>
        labels.Count >= 2 && labels[^1].Length == 2 && Array.IndexOf(SecondLevels, labels[^2]) >= 0 ? 3 : 2;
}
