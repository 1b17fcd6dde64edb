namespace Monitor.Core.Articles;

/// <summary>Turns addresses of foreign HTML into ones that are absolute and harmless: http and https, and mailto for links.</summary>
/// <param name="Url">What relative addresses are relative to; null where nothing is known.</param>
internal readonly record struct LinkBase(Uri? Url)
{
    /// <summary>Longer addresses are dropped: no browser follows them, and resolving must stay cheap.</summary>
    private const int MaxLength = 8192;

    /// <returns>Null where the address must not be followed or cannot be made absolute.</returns>
    public string? Link(string address) => Resolve(address, mail: true);

    public string? Image(string address) => Resolve(address, mail: false);

    private string? Resolve(string address, bool mail)
    {
        address = Clean(address);
        if (address.Length is 0 or > MaxLength)
        {
            return null;
        }

        var scheme = SchemeOf(address);
        if (scheme.Length > 0)
        {
            return scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
                || (mail && scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase))
                ? address
                : null;
        }

        return Url is not null && Url.IsAbsoluteUri && Uri.TryCreate(Url, address.Replace('\\', '/'), out var absolute) && absolute.Scheme is "http" or "https"
            ? absolute.AbsoluteUri
            : null;
    }

    /// <summary>The scheme without its colon; empty for a relative address (RFC 3986, 3.1).</summary>
    public static ReadOnlySpan<char> SchemeOf(ReadOnlySpan<char> address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            if (address[i] == ':')
            {
                return address[..i];
            }

            if (!char.IsAsciiLetter(address[i]) && (i == 0 || !(char.IsAsciiDigit(address[i]) || address[i] is '+' or '-' or '.')))
            {
                break;
            }
        }

        return default;
    }

    /// <summary>As browsers do before they look at a scheme: outer spaces and controls go, and line breaks and tabs anywhere.</summary>
    public static string Clean(string address)
    {
        var span = address.AsSpan();
        while (span.Length > 0 && (span[0] <= ' ' || char.IsWhiteSpace(span[0])))
        {
            span = span[1..];
        }

        while (span.Length > 0 && (span[^1] <= ' ' || char.IsWhiteSpace(span[^1])))
        {
            span = span[..^1];
        }

        return span.IndexOfAny('\r', '\n', '\t') < 0 ? (span.Length == address.Length ? address : span.ToString())
            : span.ToString().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
    }
}
