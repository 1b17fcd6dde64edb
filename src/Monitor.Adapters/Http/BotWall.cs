using System.Text;

namespace Monitor.Adapters.Http;

/// <summary>
/// Tells a wall from a page. Sensors of the same vendors sit on ordinary pages too, so a body counts only where it is short,
/// is HTML, and carries what only the vendor's challenge carries; a header counts where it says that a challenge was sent.
/// </summary>
internal static class BotWall
{
    /// <summary>Longest body that is looked at; challenges are short.</summary>
    public const int MaxBytes = 96 * 1024;

    // All words of a row must be there. Vendors' challenge pages as they were in 2024 to 2026.
    private static readonly (string Vendor, string[] Words)[] Challenges =
    [
        ("a Cloudflare challenge", ["_cf_chl_opt"]),
        ("a Cloudflare challenge", ["cf-browser-verification"]),
        ("a Cloudflare challenge", ["<title>just a moment...</title>"]),
        ("a Cloudflare block", ["<title>attention required! | cloudflare"]),
        ("a Cloudflare block", ["cf-error-details", "you have been blocked"]),
        ("a DataDome challenge", ["captcha-delivery.com", "dd={"]),
        ("a PerimeterX challenge", ["px-captcha", "_pxappid"]),
        ("a PerimeterX challenge", ["<title>access to this page has been denied"]),
        ("an Akamai block", ["<title>access denied</title>", "errors.edgesuite.net"]),
        ("an Akamai block", ["<title>access denied</title>", "reference&#32;&#35;"]),
        ("an Akamai challenge", ["sec-if-cpt-container"]),
        ("an Imperva challenge", ["_incapsula_resource", "incident_id"]),
        ("an Imperva challenge", ["<title>pardon our interruption"]),
        ("an AWS WAF challenge", ["awswafintegration", "challenge-container"]),
        ("a Sucuri block", ["<title>sucuri website firewall - access denied"]),
        ("a Kasada challenge", ["ips.js?", "kpsdk"]),
        ("an Anubis challenge", ["anubis_challenge"]),
        ("a captcha", ["<title>robot challenge screen"]),
        ("a captcha", ["<title>are you a robot?"]),
    ];

    // What an article about captchas may say too: it counts beside an error only.
    private static readonly (string Vendor, string[] Words)[] Hints =
    [
        ("a captcha", ["g-recaptcha"]),
        ("a captcha", ["h-captcha"]),
        ("a captcha", ["cf-turnstile"]),
        ("a captcha", ["captcha", "you are human"]),
        ("a captcha", ["captcha", "not a robot"]),
    ];

    /// <summary>What the answer is, as in "a Cloudflare challenge"; null where it is no wall.</summary>
    /// <param name="header">Gives a response header by name; null where it is missing.</param>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="isError">The status is no success.</param>
    public static string? Recognise(Func<string, string?> header, ReadOnlySpan<byte> body, bool isError)
    {
        if (Says(header("cf-mitigated"), "challenge"))
        {
            return "a Cloudflare challenge";
        }

        if (header("x-amzn-waf-action") is not null)
        {
            return "an AWS WAF challenge";
        }

        if (Says(header("x-vercel-mitigated"), "challenge"))
        {
            return "a Vercel challenge";
        }

        if (header("x-sucuri-block") is not null)
        {
            return "a Sucuri block";
        }

        return body.Length <= MaxBytes && LooksLikeHtml(body) ? RecognisePage(body, isError) : null;
    }

    private static string? RecognisePage(ReadOnlySpan<byte> body, bool isError)
    {
        var page = Encoding.Latin1.GetString(body).ToLowerInvariant();
        return Find(Challenges, page) ?? (isError ? Find(Hints, page) : null);
    }

    private static string? Find((string Vendor, string[] Words)[] rows, string page) =>
        Array.Find(rows, row => Array.TrueForAll(row.Words, word => page.Contains(word, StringComparison.Ordinal))).Vendor;

    private static bool LooksLikeHtml(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, 1024)];
        if (start.StartsWith("\ufeff"u8))
        {
            start = start[3..];
        }

        start = start.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && start[0] == '<' && !start.StartsWith("<?xml"u8) && !start.StartsWith("<rss"u8) && !start.StartsWith("<feed"u8);
    }

    private static bool Says(string? value, string word) => value is not null && value.Contains(word, StringComparison.OrdinalIgnoreCase);
}
