using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Storage;
using Send = Monitor.Pipeline.SendMessages.SendMessages;

namespace Monitor.Pipeline.Tests.SendMessages;

/// <summary>Runs SendMessages once, over a storage of the test.</summary>
internal static class Sending
{
    public static async Task<(int Sent, int Postponed, int Failed)> RunAsync(
        IBlobStore store, IReadOnlyList<IMessageSender> senders, DateTimeOffset now, SendOptions? options = null, TimeProvider? clock = null)
    {
        var send = new Send(new MessageBox(store), senders, options ?? new SendOptions(), clock ?? new JumpingClock(), new PaceBook(store), new RefusalBook(store));
        var messages = (await send.RunAsync(now, default)).Messages!;
        return (messages.Sent, messages.Postponed, messages.Failed);
    }
}
