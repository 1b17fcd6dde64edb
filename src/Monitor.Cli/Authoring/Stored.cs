using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Commands;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Authoring;

/// <summary>What the tools take from storage: a span of days of it.</summary>
internal sealed class Stored
{
    /// <summary>The word that stands for storage where a file may stand too.</summary>
    public const string Archive = "archive";

    private readonly Option<DateTimeOffset?> from = new("--from") { Description = "Only what was seen after this instant (ISO 8601)." };
    private readonly Option<DateTimeOffset?> to = new("--to") { Description = "Only what was seen until this instant; by default now." };
    private readonly TimeSpan span;

    /// <param name="span">How far back, where the command does not say.</param>
    public Stored(TimeSpan span) => this.span = span;

    public void AddTo(Command command)
    {
        command.Options.Add(from);
        command.Options.Add(to);
    }

    public (DateTimeOffset From, DateTimeOffset To) Span(ParseResult parsed)
    {
        var until = parsed.GetValue(to) ?? TimeProvider.System.GetUtcNow();
        return (parsed.GetValue(from) ?? until - span, until);
    }

    /// <exception cref="LocalHost.LocalHostException">No storage is configured.</exception>
    public static async Task<T> ReadAsync<T>(Func<IBlobStore, Task<T>> read)
    {
        await using var services = RunCommands.Services();
        return await read(services.GetRequiredService<IBlobStore>());
    }
}
