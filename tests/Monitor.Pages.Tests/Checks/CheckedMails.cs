namespace Monitor.Pages.Tests.Checks;

/// <summary>Every kind of mail, and one for each fault that a check must find, through all checks in one process.</summary>
public sealed class CheckedMails : IAsyncLifetime
{
    /// <summary>A mail for each check that it must find fault with.</summary>
    public static IReadOnlyDictionary<string, string> Planted { get; } = new Dictionary<string, string>
    {
        ["html-validate"] = Page("", "<p>One<p>Two"),
        ["caniemail"] = Page("<style>.page{display:grid}</style>", "<p>A grid is not there in Outlook on Windows.</p>"),
        ["axe"] = Page("", "<p style=\"color:#aaaaaa;background-color:#ffffff\">Pale words on white.</p>"),
        ["width"] = Page("", "<p style=\"width:900px\">Wider than a phone.</p>"),
    };

    private IReadOnlyList<Finding> findings = [];

    /// <summary>A browser was there: axe and the widths were looked at.</summary>
    public bool HasBrowser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var mails = (await SampleMails.AllAsync()).Select(mail => new { mail.Name, mail.Mail.Html })
            .Concat(Planted.Select(fault => new { Name = $"planted-{fault.Key}", Html = fault.Value }));
        var answer = await NodeTools.RunAsync<Answer>("mails.mjs", new { Browser = await Chromium.PathAsync(), Mails = mails });
        findings = answer.Findings;
        HasBrowser = answer.Browser is not null;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a check found in a mail, a line each.</summary>
    public IReadOnlyList<string> Of(string mail, string check) =>
        [.. findings.Where(finding => finding.Mail == mail && finding.Tool == check).Select(finding => $"{finding.Rule}: {finding.Message}")];

    private static string Page(string head, string body) =>
        $"<!DOCTYPE html>\n<html lang=\"en-NZ\"><head><meta charset=\"utf-8\"><title>Planted</title>{head}</head><body><main><h1>Planted</h1>{body}</main></body></html>";

    private sealed record Answer(string? Browser, IReadOnlyList<Finding> Findings);

    private sealed record Finding(string Mail, string Tool, string Rule, string Message);
}
