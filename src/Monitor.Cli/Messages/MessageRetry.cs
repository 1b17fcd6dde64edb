using Monitor.Cli.Feeds;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Messages;

/// <summary>Failed messages back into the queue.</summary>
internal static class MessageRetry
{
    public static async Task<int> RunAsync(
        MessageBox box, string? id, bool all, DateTimeOffset now, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (id is null == !all)
        {
            await errors.WriteLineAsync("monitor messages retry: name one message, or say --all-failed");
            return 2;
        }

        if (id is not null)
        {
            var outcome = await box.RetryAsync(id, now, cancellationToken);
            await (outcome == RetryOutcome.Waiting ? output : errors).WriteLineAsync($"{Terminal.Line(id, 40)}: {Word(outcome)}");
            return outcome == RetryOutcome.Waiting ? 0 : 1;
        }

        var (waiting, others) = (0, 0);
        await foreach (var failed in box.FailedAsync(cancellationToken))
        {
            if (await box.RetryAsync(failed.Id, now, cancellationToken) is var outcome and not RetryOutcome.Waiting)
            {
                others++;
                await output.WriteLineAsync($"{failed.Id}: {Word(outcome)}");
                continue;
            }

            waiting++;
        }

        await output.WriteLineAsync($"{waiting} {(waiting == 1 ? "message waits" : "messages wait")} for the next sending{(others > 0 ? $", {others} as said above" : "")}");
        return 0;
    }

    private static string Word(RetryOutcome outcome) => outcome switch
    {
        RetryOutcome.Waiting => "waits for the next sending",
        RetryOutcome.SentMeanwhile => "has been sent since",
        RetryOutcome.SomebodyElse => "somebody else is retrying it now",
        _ => "no failed message has this identifier",
    };
}
