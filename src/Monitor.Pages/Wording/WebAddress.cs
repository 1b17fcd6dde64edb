namespace Monitor.Pages.Wording;

/// <summary>Decides whether an address may become a link.</summary>
internal static class WebAddress
{
    private const int MaxLength = 2000;

    /// <summary>
    /// The address in ASCII, escaped; null unless it is http or https, names a host and no user (a name before an @ poses
    /// as the host), and is at most 2,000 characters long.
    /// </summary>
    public static string? Link(string? raw)
    {
        if (!Uri.TryCreate(raw?.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || uri.UserInfo.Length > 0
            || uri.IdnHost.Length == 0)
        {
            return null;
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var rest = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
        var address = $"{uri.Scheme}://{host}{port}{rest}";
        return address.Length <= MaxLength && address.All(c => c is > ' ' and <= '~' and not ('"' or '<' or '>')) ? address : null;
    }
}
