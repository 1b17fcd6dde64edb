using Monitor.Pipeline.Writing;

namespace Monitor.Pages.Tests;

/// <summary>Every kind of mail, as it is compared with its golden file and checked.</summary>
internal static class SampleMails
{
    private static readonly MailWriter Writer = new();

    private static readonly Dictionary<string, Func<Task<WrittenMail>>> Mails = new()
    {
        ["digest"] = () => Writer.WriteAsync(SampleDigest.Full(), default),
        ["empty"] = () => Writer.WriteAsync(SampleDigest.Empty(), default),
        ["late"] = () => Writer.WriteAsync(SampleDigest.Late(), default),
        ["again"] = () => Writer.WriteAsync(SampleDigest.Again(), default),
        ["week"] = () => Writer.WriteAsync(SampleWeek.Of(), default),
        ["hostile-week"] = () => Writer.WriteAsync(SampleWeek.Hostile(), default),
        ["hostile"] = () => Writer.WriteAsync(HostileDigest.Of(), default),
        ["alert"] = () => Writer.WriteAsync(SampleDigest.Alert(), default),
        ["several"] = () => Writer.WriteAsync(SampleAlerts.Several(), default),
        ["follow-up"] = () => Writer.WriteAsync(SampleAlerts.FollowUp(), default),
        ["correction"] = () => Writer.WriteAsync(SampleAlerts.Corrected(), default),
        ["removed"] = () => Writer.WriteAsync(SampleAlerts.Removed(), default),
        ["roll-up"] = () => Writer.WriteAsync(SampleAlerts.RollUp(), default),
        ["after-quiet"] = () => Writer.WriteAsync(SampleAlerts.AfterQuiet(), default),
        ["notice"] = () => Writer.WriteAsync(SampleDigest.Notice(), default),
    };

    public static IEnumerable<string> Names => Mails.Keys;

    public static Task<WrittenMail> OfAsync(string name) => Mails[name]();

    public static async Task<IReadOnlyList<(string Name, WrittenMail Mail)>> AllAsync()
    {
        var written = new List<(string, WrittenMail)>();
        foreach (var (name, write) in Mails)
        {
            written.Add((name, await write()));
        }

        return written;
    }
}
