using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Digests;
using Monitor.Pipeline.SendDigests;
using Spectre.Console;

namespace Monitor.Cli.Commands;

/// <summary>`monitor digest`: writes the editions that are due; or shows what one would say; or sends one that was written again.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var preview = new Option<FileInfo>("--preview") { Description = "Write the mail to this file and send nothing; a .txt file gets the plain text." };
        var edition = new Option<string>("--edition") { Description = "The edition to preview; by default the first in desk.yaml." };
        var resend = new Option<string>("--resend")
        {
            Description = "Send a digest that was written once more: an edition's id for its last, with @2026-11-19 for that of a date, with @2026-11-19T17:00 for that of a time.",
        };
        var to = new Option<string>("--to") { Description = "With --resend: send it to this address only." };
        to.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } address && !Recipient.IsAddress(address))
            {
                result.AddError($"--to {address} is not an e-mail address: write one such as desk@example.org");
            }
        });
        var command = RunCommands.Once(
            "digest", "Write the editions that are due, once.", SendDigests.Name, (services, now, token) => services.GetRequiredService<SendDigests>().RunAsync(now, token),
            (parsed, now, token) => (parsed.GetValue(preview), parsed.GetValue(resend)) switch
            {
                ({ } file, _) => PreviewAsync(file, parsed.GetValue(edition), now, token),
                (_, { } which) => ResendAsync(which, parsed.GetValue(to), now, token),
                _ => null,
            });
        command.Options.Add(preview);
        command.Options.Add(edition);
        command.Options.Add(resend);
        command.Options.Add(to);
        command.Validators.Add(result =>
        {
            if (result.GetResult(to) is not null && result.GetResult(resend) is null)
            {
                result.AddError("--to needs --resend: it names who gets a digest that was written");
            }

            if (result.GetResult(preview) is not null && result.GetResult(resend) is not null)
            {
                result.AddError("--preview and --resend are two commands: one sends nothing, the other sends");
            }
        });
        return command;
    }

    private static async Task<int> PreviewAsync(FileInfo file, string? edition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var services = RunCommands.Services();
        try
        {
            var mail = await services.GetRequiredService<SendDigests>().PreviewAsync(edition, now, cancellationToken);
            await File.WriteAllTextAsync(file.FullName, file.Extension == ".txt" ? mail.Text : mail.Html, cancellationToken);
            AnsiConsole.WriteLine($"{mail.Subject}\nwritten to {file.FullName}; nothing was sent");
            return 0;
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync($"monitor digest: {e.Message}");
            return 2;
        }
    }

    private static async Task<int> ResendAsync(string which, string? to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var services = RunCommands.Services();
        switch (await ActivatorUtilities.CreateInstance<ResendDigest>(services).RunAsync(which, to, now, cancellationToken))
        {
            case Resent.InTheOutbox { Messages.Count: 0 } same:
                Console.WriteLine($"{same.Digest}: nothing new; this request was made before");
                return 0;
            case Resent.InTheOutbox put:
                Console.WriteLine($"{put.Digest}: \"{put.Messages[0].Subject}\"");
                foreach (var message in put.Messages)
                {
                    Console.WriteLine($"  {message.Id} to {message.To.Address}");
                }

                Console.WriteLine($"{put.Messages.Count} {(put.Messages.Count == 1 ? "message" : "messages")} in the outbox; `monitor deliver` sends {(put.Messages.Count == 1 ? "it" : "them")}, and so does the app within a minute");
                return 0;
            case Resent.NobodyToSendTo:
                await Console.Error.WriteLineAsync($"monitor digest: desk.yaml has no edition \"{which.Split('@')[0]}\" any more: say who gets it with --to");
                return 2;
            case Resent.NeverWritten none:
                var there = none.Latest.Count == 0 ? "none of that edition is there" : $"there are {string.Join(", ", none.Latest)}";
                await Console.Error.WriteLineAsync($"monitor digest: no digest {which} was written: {there}");
                return 2;
            case var other:
                throw new InvalidOperationException($"{other} is unknown");
        }
    }
}
