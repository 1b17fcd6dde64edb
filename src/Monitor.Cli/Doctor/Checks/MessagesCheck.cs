using System.Runtime.CompilerServices;
using Monitor.Pipeline.Outbox;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>What waits in the outbox, for how long, and what was given up in the last week.</summary>
internal sealed class MessagesCheck : ICheck
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(6);
    private static readonly TimeSpan OldNews = TimeSpan.FromDays(7);

    public string Name => "messages";

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Store is not { } store)
        {
            yield break;
        }

        var box = new MessageBox(store);
        var pending = await box.PendingAsync(cancellationToken).Select(message => message.Message).ToListAsync(cancellationToken);
        yield return Pending(pending, patient);
        var failed = await box.FailedAsync(cancellationToken).Where(message => patient.Now - message.DecidedAt < OldNews).ToListAsync(cancellationToken);
        yield return failed.MaxBy(message => message.DecidedAt) is { } latest
            ? Finding.Fault("failed messages", $"{failed.Count} given up in a week; the latest ({latest.Kind}) because {latest.Delivery.LastError}",
                $"mend the cause (the mail check above, recipients in desk.yaml); it is kept as outbox/failed/{latest.Id}.json")
            : Finding.Ok("failed messages", "none in a week");
    }

    private static Finding Pending(List<Message> pending, Patient patient)
    {
        if (pending.MinBy(message => message.DecidedAt) is not { } oldest)
        {
            return Finding.Ok("pending messages", "none");
        }

        var age = patient.Now - oldest.DecidedAt;
        var why = oldest.Delivery.LastError is { } error ? $", because {error}" : ", and was never tried";
        var seen = $"{pending.Count}; the oldest ({oldest.Kind}) waits for {RunsCheck.Ago(age)}{why}";
        var remedy = oldest.Delivery.LastError is null ? "look whether SendMessages runs, or send now with `monitor deliver`" : "mend what the mail check above says; it is tried again by itself";
        return age > TooLong ? Finding.Fault("pending messages", seen, remedy)
            : age > Long ? Finding.Warning("pending messages", seen, remedy)
            : Finding.Ok("pending messages", seen);
    }
}
