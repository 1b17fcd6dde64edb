using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Monitor.Cli.LocalHost;

/// <summary>
/// Azurite (blob and queue storage) and maildev (an inbox) as processes of their own. They come from npm, by a locked list, into the
/// working folder, once.
/// </summary>
internal sealed class LocalServices(string workFolder)
{
    /// <summary>The oldest major version of Node that both run on.</summary>
    public const int OldestNode = 20;

    private static readonly string AzuriteMain = Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js");
    private static readonly string MaildevMain = Path.Combine("node_modules", "maildev", "bin", "maildev");

    /// <summary>What is started, by its path in the services' folder.</summary>
    public static IReadOnlyList<string> Programs { get; } = [AzuriteMain, MaildevMain];

    private string ServicesFolder => Path.Combine(workFolder, "services");

    private static string Source => Path.Combine(AppContext.BaseDirectory, "LocalHost");

    /// <summary>Tells one locked list of packages from another.</summary>
    public static string LockHash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Source, "package-lock.json"))));

    /// <summary>Installs what is missing; does nothing where everything is there.</summary>
    public async Task InstallAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        var stamp = Path.Combine(ServicesFolder, ".installed");
        var wanted = LockHash();
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return;
        }

        say("installing Azurite and the inbox from npm (once)");
        Directory.CreateDirectory(ServicesFolder);
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Source, file), Path.Combine(ServicesFolder, file), overwrite: true);
        }

        var log = Path.Combine(workFolder, "logs", "npm.log");
        await using var npm = Start("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=dev"], ServicesFolder, log);
        await npm.WaitAsync(cancellationToken);
        if (npm.ExitCode != 0)
        {
            throw new LocalHostException($"npm ci failed with code {npm.ExitCode}; see {log}");
        }

        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
    }

    /// <summary>Blobs and queues on free ports; they are kept in <paramref name="dataFolder"/>.</summary>
    public async Task<Azurite> StartAzuriteAsync(string dataFolder, string logFolder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        // It finds its ports itself, and says which: one that was free a moment ago need not be free now.
        var ports = new ConcurrentDictionary<string, int>();
        var process = Start(
            "node",
            [
                AzuriteMain,
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0",
                "--tableHost", "127.0.0.1", "--tablePort", "0", "--location", dataFolder,
                "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl", "--silent",
            ],
            ServicesFolder,
            Path.Combine(logFolder, "azurite.log"),
            line => Hear(line, ports));
        return new Azurite(
            process, await HeardAsync("Blob", ports, process, cancellationToken), await HeardAsync("Queue", ports, process, cancellationToken));
    }

    // "Azurite Blob service is successfully listening at http://127.0.0.1:33391"
    private static void Hear(string line, ConcurrentDictionary<string, int> ports)
    {
        const string said = " service is successfully listening at http://127.0.0.1:";
        if (line.IndexOf(said, StringComparison.Ordinal) is var at and > 0
            && int.TryParse(line.AsSpan(at + said.Length), CultureInfo.InvariantCulture, out var port))
        {
            ports[line[..at].Split(' ')[^1]] = port;
        }
    }

    private static async Task<int> HeardAsync(string service, ConcurrentDictionary<string, int> ports, ChildProcess process, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(30); waited += TimeSpan.FromMilliseconds(50))
        {
            if (ports.TryGetValue(service, out var port))
            {
                return port;
            }

            if (process.HasExited)
            {
                throw new LocalHostException($"Azurite ended with code {process.ExitCode}; its last words are in {process.LogFile}");
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new LocalHostException($"Azurite did not say within 30 s where its {service} service listens; see {process.LogFile}");
    }

    /// <summary>SMTP and a web page on free ports; the mails are kept in <paramref name="dataFolder"/>.</summary>
    public async Task<Inbox> StartInboxAsync(string dataFolder, string logFolder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        var (smtp, web) = (Ports.Free(), Ports.Free());
        var process = Start(
            "node",
            [
                MaildevMain,
                "--ip", "127.0.0.1", "--smtp", $"{smtp}", "--web-ip", "127.0.0.1", "--web", $"{web}",
                "--mail-directory", dataFolder,
            ],
            ServicesFolder,
            Path.Combine(logFolder, "inbox.log"));
        await Ports.WaitAsync(smtp, process, "the inbox", TimeSpan.FromSeconds(30), cancellationToken);
        await Ports.WaitAsync(web, process, "the inbox's web page", TimeSpan.FromSeconds(30), cancellationToken);
        return new Inbox(process, smtp, web);
    }

    private async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        var version = "";
        try
        {
            await using var node = ChildProcess.Start(
                "node", ["--version"], Path.GetTempPath(), Path.Combine(workFolder, "logs", "node.log"), onLine: line => version += line);
            await node.WaitAsync(cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalHostException($"Node {OldestNode} or later is needed for the local storage and inbox (https://nodejs.org); none was found");
        }

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < OldestNode)
        {
            throw new LocalHostException($"Node {OldestNode} or later is needed for the local storage and inbox (https://nodejs.org); this machine has {version}");
        }
    }

    private static ChildProcess Start(string fileName, IEnumerable<string> arguments, string folder, string log, Action<string>? onLine = null)
    {
        try
        {
            return ChildProcess.Start(fileName, arguments, folder, log, onLine: onLine);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalHostException($"{fileName} was not found: Node {OldestNode} or later is needed (https://nodejs.org)");
        }
    }
}

/// <summary>Blob and queue storage on this machine.</summary>
internal sealed class Azurite(ChildProcess process, int port, int queuePort) : IAsyncDisposable
{
    // The emulator's account and key are the same everywhere, and published.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public int Port => port;

    public string ConnectionString => ConnectionStringOn(port);

    public string QueueConnectionString => $"{Account}QueueEndpoint=http://127.0.0.1:{queuePort}/devstoreaccount1;";

    private static string Account => $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};";

    public static string ConnectionStringOn(int port) => $"{Account}BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";

    // It saves its index every few seconds and at its end: killed, it would forget writes that it has confirmed.
    public ValueTask DisposeAsync() => new(process.StopAsync(TimeSpan.FromSeconds(10)));
}
