using System.Text.Json;

namespace Monitor.Pages.Tests.Checks;

/// <summary>Strings that try to run something in a reader's mail program or browser.</summary>
internal static class HostileStrings
{
    /// <summary>A dozen in our own words, one of each kind.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "<script>alert('plain')</script>",
        "<ScRiPt >alert('mixed case')</sCrIpT>",
        "</title></style></textarea></table><script>alert('closes what is open')</script>",
        "<img src=nothing onerror=alert('handler')>",
        "<svg onload=alert('vector')><animate onbegin=alert('animation') attributeName=x dur=1s></svg>",
        "<math><mi xlink:href=\"javascript:alert('math')\">link</mi></math>",
        "<iframe srcdoc=\"<script>parent.alert('inner document')</script>\"></iframe>",
        "<a href=\"jav&#x09;ascript:alert('link')\" onclick=\"alert('click')\" onmouseover=\"alert('pointer')\">Tribunal</a>",
        "<style>@import url(https://evil.example/sheet.css);body{background:url(https://evil.example/pixel.png)}</style>",
        "<meta http-equiv=refresh content=\"0;url=data:text/html,<script>alert('refresh')</script>\"><base href=https://evil.example/>",
        "\" autofocus onfocus=alert('attribute') x=\"",
        "<form action=javascript:alert('form')><button formaction=javascript:alert('button')>Go</button><input autofocus onfocus=alert('input')></form>",
        "javascript:alert('address')//https://outlet.example/",
        "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object><embed src=https://evil.example/x.swf>",
    ];

    /// <summary>Every string of the shared suites' security files; the test is skipped where they are absent.</summary>
    public static IReadOnlyList<string> Shared()
    {
        var lines = File.ReadAllLines(Find("xss_strings.txt"));
        return [.. lines, .. File.ReadLines(Find("sanitise.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()!)];
    }

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "suites", "security", name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        Assert.Skip("the shared suites are not here");
        return "";
    }
}
