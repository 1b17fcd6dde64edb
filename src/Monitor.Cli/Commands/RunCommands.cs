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
using Monitor.Pipeline.SendMessages;
using Spectre.Console;

namespace Monitor.Cli.Commands;

/// <summary>
/// `monitor poll` and `deliver` (and `digest`): one function, once, on the storage that the environment names, or else on that of
/// the `monitor up` or `monitor demo --keep` that runs on this machine.
/// </summary>
internal static class RunCommands
{
    public static Command Poll() => Once("poll", "Read the feeds that are due, once.", PollFeeds.Name, (services, now, token) => services.GetRequiredService<PollFeeds>().RunAsync(now, token));

    public static Command Deliver() => Once("deliver", "Send what is in the outbox, once.", SendMessages.Name, (services, now, token) => services.GetRequiredService<SendMessages>().RunAsync(now, token));

    private static readonly Option<DateTimeOffset?> At = new("--at") { Description = "Act as at this instant instead of now (ISO 8601)." };

    /// <param name="instead">What its options ask for in the function's place; null where they ask for nothing else.</param>
    public static Command Once(
        string name, string description, string function, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<RunReport>> run,
        Func<ParseResult, DateTimeOffset, CancellationToken, Task<int>?>? instead = null)
    {
        var command = new Command(name, description) { At };
        command.SetAction((parsed, token) => instead?.Invoke(parsed, Now(parsed), token) ?? RunAsync(function, Now(parsed), run, token));
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
