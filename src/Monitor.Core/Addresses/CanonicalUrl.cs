using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>
/// One address for one article, whichever way it was reached. In this order:
/// <list type="number">
/// <item>resolved against the base, and parsed as browsers do; only http and https</item>
/// <item>taken out of what wraps it (<see cref="Wrapper"/>), up to five wrappers deep</item>
/// <item>scheme and host in lower case, the host in ASCII; no user name, no default port, no trailing dot (RFC 3986, 6.2.2 and 6.2.3)</item>
/// <item>mobile and AMP hosts become the outlet's own; AMP, print and index endings leave the path</item>
/// <item>tracking, session and view parameters leave the query (<see cref="CanonicalRules"/>); the others stay, in order</item>
/// <item>the fragment goes, except one that a script routes by (#! and #/)</item>
/// <item>percent-encoding in upper case, and none where it is not needed (RFC 3986, 6.2.2.2); the path's case is kept</item>
/// </list>
/// </summary>
public sealed record CanonicalUrl
{
    private const int MaxWrappers = 5;

    private CanonicalUrl(string value) => Value = value;

    /// <summary>Absolute, http or https, ASCII only.</summary>
    public string Value { get; }

    /// <summary>The article's identifier: the first 16 hex digits, in lower case, of SHA-256 of <see cref="Value"/>.</summary>
    public string ArticleId => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, 8));

    /// <summary>Null where it is no http or https address, or is longer than <see cref="AddressPolicy.MaxLength"/>.</summary>
    /// <param name="url">As found; white space around it and line breaks within are ignored, as browsers do.</param>
    /// <param name="baseUrl">What a relative address is relative to; null where there is nothing.</param>
    public static CanonicalUrl? TryCreate(string? url, Uri? baseUrl = null)
    {
        if (Parse(url, baseUrl) is not { } parsed)
        {
            return null;
        }

        for (var depth = 0; depth < MaxWrappers && Wrapper.Unwrap(parsed) is { } wrapped && Parse(wrapped, null) is { } inner; depth++)
        {
            parsed = inner;
        }

        var host = CanonicalHost.Of(parsed);
        if (host.Length == 0)
        {
            return null;
        }

        var port = parsed.IsDefaultPort ? "" : $":{parsed.Port}";
        var query = string.Join('&', QueryString.Split(parsed.Query)
            .Where(parameter => !CanonicalRules.Drops(QueryString.NameOf(parameter), QueryString.ValueOf(parameter), host)));
        var path = CanonicalPath.Of(parsed.AbsolutePath, hasQuery: query.Length > 0);
        var fragment = parsed.Fragment is ['#', '!' or '/', _, ..] ? parsed.Fragment : "";
        return new CanonicalUrl(PercentEncoding.Normalise(
            $"{parsed.Scheme}://{host}{port}{path}{(query.Length > 0 ? "?" : "")}{query}{fragment}"));
    }

    public override string ToString() => Value;

    private static Uri? Parse(string? url, Uri? baseUrl)
    {
        var text = url?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > AddressPolicy.MaxLength)
        {
            return null;
        }

        if (text.AsSpan().ContainsAny('\r', '\n', '\t'))
        {
            text = text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        }

        var made = baseUrl is { IsAbsoluteUri: true } ? Uri.TryCreate(baseUrl, text, out var parsed) : Uri.TryCreate(text, UriKind.Absolute, out parsed);
        return made && (parsed!.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps) ? parsed : null;
    }
}
