using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli.Commands;
using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Cli.Messages;

/// <summary>`monitor messages`: what is in the outbox of the storage that is configured or runs on this machine.</summary>
internal static class MessagesCommand
{
    public static Command Create() => new("messages", "Messages that wait, were sent or failed; whom they reach; and another try for those that failed.")
    {
        List(),
        Show(),
        Retry(),
        Recipients(),
    };

    private static Command List()
    {
        var failed = new Option<bool>("--failed") { Description = "Only those that were given up." };
        var pending = new Option<bool>("--pending") { Description = "Only those that wait." };
        var day = new Option<string>("--day") { Description = "Only those of a day (yyyy-MM-dd, in the desk's zone), the sent ones with them; without it, what was sent today." };
        var json = new Option<bool>("--json") { Description = "A JSON object a line instead of text for people." };
        var command = new Command("list", "What waits, what failed, and what was sent.") { failed, pending, day, json };
        command.SetAction((parsed, token) => WithDeskAsync(async (services, zone) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            DateOnly? wanted = null;
            if (parsed.GetValue(day) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                {
                    await Console.Error.WriteLineAsync($"monitor messages: \"{text}\" is no day; write it as 2026-11-18");
                    return 2;
                }

                wanted = date;
            }

            var messages = new StoredMessages(services.GetRequiredService<MessageBox>(), zone).ListAsync(wanted, zone.DateOf(now), parsed.GetValue(pending), parsed.GetValue(failed), token);
            return await MessageLines.WriteAsync(messages, zone, zone.DateOf(now), parsed.GetValue(json), Console.Out);
        }, token));
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "The message's identifier, as the list shows it." };
        var json = new Option<bool>("--json") { Description = "The message as it is stored." };
        var command = new Command("show", "One message: its headers, its text, and what happened to it so far.") { id, json };
        command.SetAction((parsed, token) => WithDeskAsync(
            (services, zone) => MessagePage.ShowAsync(services.GetRequiredService<MessageBox>(), parsed.GetValue(id)!, zone, parsed.GetValue(json), Console.Out, Console.Error, token), token));
        return command;
    }

    private static Command Retry()
    {
        var id = new Argument<string?>("id") { Description = "The failed message's identifier.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all-failed") { Description = "Every message that failed." };
        var command = new Command("retry", "Have messages that failed sent again, under their identifiers.") { id, all };
        command.SetAction((parsed, token) => WithDeskAsync(
            (services, _) => MessageRetry.RunAsync(
                services.GetRequiredService<MessageBox>(), parsed.GetValue(id), parsed.GetValue(all), TimeProvider.System.GetUtcNow(), Console.Out, Console.Error, token), token));
        return command;
    }

    private static Command Recipients()
    {
        var json = new Option<bool>("--json") { Description = "A JSON object a line instead of text for people." };
        var command = new Command("recipients", "Recipients whose servers refuse what is sent to them.") { json };
        command.SetAction(async (parsed, token) =>
        {
            await using var services = RunCommands.Services();
            var following = await services.GetRequiredService<ConfigurationSource>().LoadAsync(TimeProvider.System.GetUtcNow(), token);
            return await RefusingRecipients.ShowAsync(services.GetRequiredService<RefusalBook>(), following.Desk, parsed.GetValue(json), Console.Out, token);
        });
        return command;
    }

    // The outbox can be looked at where there is no desk to read, or none that is good: in UTC then.
    private static async Task<int> WithDeskAsync(Func<IServiceProvider, DeskZone, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var services = RunCommands.Services();
        DeskZone zone;
        try
        {
            zone = (await services.GetRequiredService<ConfigurationSource>().LoadAsync(TimeProvider.System.GetUtcNow(), cancellationToken)).Desk.Zone;
        }
        catch (NothingToFollowException)
        {
            zone = DeskZone.Find("UTC")!;
        }

        return await run(services, zone);
    }
}
