using System.Globalization;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>
/// What a host's robots.txt asks of one crawler (RFC 9309). The groups that name the crawler count, or those for all where none
/// does; of the rules that fit a path the longest pattern decides, and Allow between equals. Crawl-delay is no part of the
/// standard but is honoured. Never fails: what cannot be read is skipped.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>Bytes of a robots.txt that are read (RFC 9309, 2.5); what lies beyond is left out.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>Rules kept of one group; what lies beyond is left out, so that no file makes its pages slow to judge.</summary>
    public const int MaxRules = 5000;

    private readonly (string Pattern, bool Allow)[] rules;

    private RobotsRules(IEnumerable<(string Pattern, bool Allow)> rules, TimeSpan? crawlDelay)
    {
        // Longest first, Allow first between equals: the first that fits decides.
        this.rules = [.. rules.Take(MaxRules).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)];
        CrawlDelay = crawlDelay;
    }

    /// <summary>For a host without a robots.txt.</summary>
    public static RobotsRules AllowAll { get; } = new([], null);

    /// <summary>For a host whose robots.txt cannot be read because of its own failure (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules ForbidAll { get; } = new([("/", false)], null);

    /// <summary>The pause asked for between two requests; null where none is.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <param name="robotsTxt">UTF-8, with or without a byte order mark.</param>
    /// <param name="product">The crawler's product token, such as Monitor.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> robotsTxt, string product)
    {
        var groups = new Groups(product);
        var text = Encoding.UTF8.GetString(robotsTxt[..Math.Min(robotsTxt.Length, MaxBytes)]);
        foreach (var line in text.AsSpan().TrimStart('\ufeff').EnumerateLines())
        {
            var comment = line.IndexOf('#');
            var content = (comment < 0 ? line : line[..comment]).Trim();
            var colon = content.IndexOf(':');
            if (colon > 0)
            {
                groups.Read(content[..colon].Trim(), content[(colon + 1)..].Trim());
            }
        }

        return groups.NamesProduct ? new(groups.Own, groups.OwnDelay) : new(groups.Everybody, groups.EverybodyDelay);
    }

    /// <param name="url">An address on the host that the robots.txt came from.</param>
    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var path = PercentEncoding.Normalise(url.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        foreach (var (pattern, allow) in rules)
        {
            if (Fits(pattern, path))
            {
                return allow;
            }
        }

        return true;
    }

    // Each piece between two stars is taken where it first occurs; for prefixes that finds a fit whenever there is one.
    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var anchored = pattern.EndsWith("$");
        if (anchored)
        {
            pattern = pattern[..^1];
        }

        var star = pattern.IndexOf('*');
        var head = star < 0 ? pattern : pattern[..star];
        if (!path.StartsWith(head))
        {
            return false;
        }

        path = path[head.Length..];
        if (star < 0)
        {
            return !anchored || path.IsEmpty;
        }

        pattern = pattern[(star + 1)..];
        while ((star = pattern.IndexOf('*')) >= 0)
        {
            var found = path.IndexOf(pattern[..star]);
            if (found < 0)
            {
                return false;
            }

            path = path[(found + star)..];
            pattern = pattern[(star + 1)..];
        }

        return anchored ? path.EndsWith(pattern) : path.IndexOf(pattern) >= 0;
    }

    private sealed class Groups(string product)
    {
        private bool naming;
        private bool forProduct;
        private bool forEverybody;

        public bool NamesProduct { get; private set; }

        public List<(string, bool)> Own { get; } = [];

        public List<(string, bool)> Everybody { get; } = [];

        public TimeSpan? OwnDelay { get; private set; }

        public TimeSpan? EverybodyDelay { get; private set; }

        public void Read(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
        {
            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!naming)
                {
                    forProduct = forEverybody = false;
                    naming = true;
                }

                forEverybody |= value is "*";
                forProduct |= Token(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                NamesProduct |= forProduct;
            }
            else if (name.Equals("allow", StringComparison.OrdinalIgnoreCase) || name.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                naming = false;
                Add(value, allow: name.Length == "allow".Length);
            }
            else if (name.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                OwnDelay = forProduct ? TimeSpan.FromSeconds(seconds) : OwnDelay;
                EverybodyDelay = forEverybody ? TimeSpan.FromSeconds(seconds) : EverybodyDelay;
            }
        }

        private void Add(ReadOnlySpan<char> value, bool allow)
        {
            // An empty Disallow forbids nothing; a pattern starts at the root, whether or not it says so.
            if (value.IsEmpty || !(forProduct || forEverybody))
            {
                return;
            }

            var pattern = PercentEncoding.Normalise(PercentEncoding.EscapeNonAscii(value[0] is '/' or '*' ? value.ToString() : $"/{value}"));
            if (forProduct)
            {
                Own.Add((pattern, allow));
            }

            if (forEverybody)
            {
                Everybody.Add((pattern, allow));
            }
        }

        private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
        {
            var end = 0;
            while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
            {
                end++;
            }

            return value[..end];
        }
    }
}
