using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Monitor.Adapters.Queues;

namespace Monitor.Cli.LocalHost;

/// <summary>
/// Takes messages out of a queue for one function on one instance, one at a time, as the Functions host does: hidden while it is
/// at work, deleted when it succeeds, shown again a while after it failed, set aside when it failed too often. Where the handler
/// is gone the message stays hidden until its time runs out, as it does where an instance is lost.
/// </summary>
internal sealed class QueueListener(FunctionsHost host, QueueFunction function, string storage, Func<DateTimeOffset> clock)
{
    /// <summary>How long a message is hidden; the host renews it at half of that while it waits.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly QueueClient queue = Client(storage, function.Queue);
    private readonly QueueClient poison = Client(storage, function.Queue + AzureShardMessages.PoisonEnding);

    /// <summary>Hands messages over until it is stopped.</summary>
    public async Task RunAsync(Action<HandedMessage> onHanded, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            if (await NextAsync(cancellationToken) is { } handed)
            {
                onHanded(handed);
                pause = TimeSpan.FromMilliseconds(100);
            }
            else
            {
                await Task.Delay(pause, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Hands the next message over and does with it what follows from the answer. Null where none is to be seen.</summary>
    public async Task<HandedMessage?> NextAsync(CancellationToken cancellationToken)
    {
        QueueMessage[] messages;
        try
        {
            messages = await queue.ReceiveMessagesAsync(1, Hidden, cancellationToken);
        }
        // Nothing was ever queued.
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return null;
        }

        return messages.Length == 0 ? null : await HandOverAsync(messages[0], cancellationToken);
    }

    /// <summary>The time that a lost message is hidden for is over.</summary>
    public Task ShowAgainAsync(QueueMessage lost, CancellationToken cancellationToken) =>
        queue.UpdateMessageAsync(lost.MessageId, lost.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);

    private async Task<HandedMessage> HandOverAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        FunctionAnswer answer;
        try
        {
            var delivery = host.DeliverAsync(function, message, clock(), cancellationToken);
            while (await Task.WhenAny(delivery, Task.Delay(Hidden / 2, cancellationToken)) != delivery)
            {
                message = message.Update(await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: Hidden, cancellationToken: cancellationToken));
            }

            answer = await delivery;
        }
        catch (HttpRequestException)
        {
            return new HandedMessage(message, null);
        }

        if (answer.Succeeded)
        {
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
        else if (message.DequeueCount >= function.Rules.MaxDequeueCount)
        {
            await poison.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await poison.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
        else
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: function.Rules.VisibilityTimeout, cancellationToken: cancellationToken);
        }

        return new HandedMessage(message, answer);
    }

    private static QueueClient Client(string storage, string name) =>
        new(storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
}

/// <param name="Answer">Null where the handler was gone before it answered.</param>
internal sealed record HandedMessage(QueueMessage Message, FunctionAnswer? Answer);
