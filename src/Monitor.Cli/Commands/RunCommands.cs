using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Cli.LocalHost;
using Monitor.Functions;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.Runs;
using Monitor.Pipeline.SendDigests;
using Monitor.Pipeline.SendMessages;
using Spectre.Console;

namespace Monitor.Cli.Commands;

/// <summary>
/// `monitor poll`, `digest` and `deliver`: one function, once, on the storage that the environment names, or else on that of
/// the `monitor up` or `monitor demo --keep` that runs on this machine.
/// </summary>
internal static class RunCommands
{
    public static Command Poll() => Once("poll", "Read the feeds that are due, once.", PollFeeds.Name, (services, now, token) => services.GetRequiredService<PollFeeds>().RunAsync(now, token));

    public static Command Deliver() => Once("deliver", "Send what is in the outbox, once.", SendMessages.Name, (services, now, token) => services.GetRequiredService<SendMessages>().RunAsync(now, token));

    public static Command Digest()
    {
        var preview = new Option<FileInfo>("--preview") { Description = "Write the mail to this file and send nothing; a .txt file gets the plain text." };
        var edition = new Option<string>("--edition") { Description = "The edition to preview; by default the first in desk.yaml." };
        var command = Once("digest", "Write the editions that are due, once.", SendDigests.Name, (services, now, token) => services.GetRequiredService<SendDigests>().RunAsync(now, token));
        command.Options.Add(preview);
        command.Options.Add(edition);
        command.SetAction((parsed, token) => parsed.GetValue(preview) is { } file
            ? PreviewAsync(file, parsed.GetValue(edition), Now(parsed), token)
            : RunAsync(SendDigests.Name, Now(parsed), (services, now, inner) => services.GetRequiredService<SendDigests>().RunAsync(now, inner), token));
        return command;
    }

    private static readonly Option<DateTimeOffset?> At = new("--at") { Description = "Act as at this instant instead of now (ISO 8601)." };

    private static Command Once(string name, string description, string function, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<RunReport>> run)
    {
        var command = new Command(name, description) { At };
        command.SetAction((parsed, token) => RunAsync(function, Now(parsed), run, token));
        return command;
    }

    private static DateTimeOffset Now(ParseResult parsed) => parsed.GetValue(At) ?? TimeProvider.System.GetUtcNow();

    private static async Task<int> RunAsync(
        string function, DateTimeOffset now, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<RunReport>> run, CancellationToken cancellationToken)
    {
        await using var services = Services();
        var report = await services.GetRequiredService<FunctionRunner>().RunAsync(function, now, (at, token) => run(services, at, token), cancellationToken);
        AnsiConsole.WriteLine(RunSummary.Of(function, JsonSerializer.SerializeToNode(report, JsonSerializerOptions.Web) ?? new JsonObject()));
        return 0;
    }

    private static async Task<int> PreviewAsync(FileInfo file, string? edition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var services = Services();
        var mail = await services.GetRequiredService<SendDigests>().PreviewAsync(edition, now, cancellationToken);
        await File.WriteAllTextAsync(file.FullName, file.Extension == ".txt" ? mail.Text : mail.Html, cancellationToken);
        AnsiConsole.WriteLine($"{mail.Subject}\nwritten to {file.FullName}; nothing was sent");
        return 0;
    }

    /// <summary>Some storage is configured, or runs on this machine.</summary>
    public static bool HasStorage => Names(Configuration());

    /// <exception cref="LocalHostException">No storage is configured.</exception>
    public static ServiceProvider Services()
    {
        var configuration = Configuration();
        if (!Names(configuration))
        {
            throw new LocalHostException(
                "no storage is configured: start `monitor up` in another window, or set Monitor__Storage__AccountUri (Azure) or Monitor__Storage__ConnectionString (emulator)");
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddMonitor()
            .BuildServiceProvider();
    }

    private static bool Names(IConfiguration configuration) =>
        configuration["Monitor:Storage:AccountUri"] is not null || configuration["Monitor:Storage:ConnectionString"] is not null;

    private static IConfigurationRoot Configuration()
    {
        var local = Laptop.Current().ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value);
        return new ConfigurationBuilder().AddInMemoryCollection(local).AddEnvironmentVariables().Build();
    }
}
