using System.Text.Json;
using Monitor.Adapters.Blobs;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.LocalHost;

/// <summary>
/// What stands in for Azure on a laptop: storage and an inbox, each a process of its own, and the settings by which the
/// function app finds them. Everything is kept in one folder, so that the next start goes on where this one ended.
/// </summary>
internal sealed class Laptop : IAsyncDisposable
{
    private readonly string folder;

    private Laptop(string folder, Azurite azurite, Inbox inbox) => (this.folder, Azurite, Inbox) = (folder, azurite, inbox);

    public Azurite Azurite { get; }

    public Inbox Inbox { get; }

    public string LogFolder => Path.Combine(folder, "logs");

    /// <summary>The settings of the laptop that is running now, for commands in another window.</summary>
    private static string CurrentFile => Path.Combine(WorkFolder.Work, "current.json");

    public static async Task<Laptop> StartAsync(string folder, Action<string> say, CancellationToken cancellationToken)
    {
        var services = new LocalServices(WorkFolder.Work);
        await services.InstallAsync(say, cancellationToken);
        var logs = Path.Combine(folder, "logs");
        var azurite = await services.StartAzuriteAsync(Path.Combine(folder, "azurite"), logs, cancellationToken);
        try
        {
            say($"storage listens on port {azurite.Port}");
            var inbox = await services.StartInboxAsync(Path.Combine(folder, "inbox"), logs, cancellationToken);
            say($"the inbox listens on port {inbox.SmtpPort}");
            return new Laptop(folder, azurite, inbox);
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>The app settings, by the names that they have in Azure.</summary>
    public Dictionary<string, string> Settings(IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["POLL_SCHEDULE"] = "0 */10 * * * *",
            ["DIGEST_SCHEDULE"] = "0 */15 * * * *",
            ["SEND_SCHEDULE"] = "0 * * * * *",
            ["HEALTH_SCHEDULE"] = "0 5 * * * *",
            ["Monitor__Storage__ConnectionString"] = Azurite.ConnectionString,
            ["Monitor__Queue__ConnectionString"] = Azurite.QueueConnectionString,
            ["Monitor__Mail__Smtp__Host"] = "127.0.0.1",
            ["Monitor__Mail__Smtp__Port"] = $"{Inbox.SmtpPort}",
            ["Monitor__Mail__Smtp__StartTls"] = "false",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Lets `monitor poll`, `digest` and `deliver` find this laptop's storage while it runs.</summary>
    public static void Publish(IReadOnlyDictionary<string, string> settings) =>
        File.WriteAllText(CurrentFile, JsonSerializer.Serialize(settings));

    /// <summary>The settings of the laptop that runs now; empty where none does.</summary>
    public static IReadOnlyDictionary<string, string> Current() =>
        File.Exists(CurrentFile)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(CurrentFile)) ?? []
            : new Dictionary<string, string>();

    /// <summary>Puts the files that people edit where the function app reads them. A bad file is refused here already.</summary>
    /// <exception cref="ConfigRefusedException">A file is missing or has an error.</exception>
    public async Task DeployAsync(ConfigFiles files, CancellationToken cancellationToken)
    {
        files.RefuseBad();
        var store = BlobRegistration.Open(new BlobOptions { ConnectionString = Azurite.ConnectionString });
        await foreach (var old in store.ListAsync(Containers.Config, "", cancellationToken))
        {
            if (!files.Texts.ContainsKey(old.Path))
            {
                await store.DeleteAsync(new BlobName(Containers.Config, old.Path), cancellationToken);
            }
        }

        foreach (var (path, text) in files.Texts)
        {
            var name = new BlobName(Containers.Config, path);
            var content = System.Text.Encoding.UTF8.GetBytes(text);
            if (!await store.CreateAsync(name, content, cancellationToken)
                && await store.ReadAsync(name, cancellationToken) is { } kept
                && !kept.Content.Span.SequenceEqual(content))
            {
                await store.ReplaceAsync(name, content, kept.ETag, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(CurrentFile);
        await Inbox.DisposeAsync();
        await Azurite.DisposeAsync();
    }
}
