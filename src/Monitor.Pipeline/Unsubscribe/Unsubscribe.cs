using Monitor.Core.Digests;
using Monitor.Pipeline.Configuration;

namespace Monitor.Pipeline.Unsubscribe;

/// <summary>
/// Answers a link. Looking changes nothing, because programs that guard mailboxes open every link; only asking does (RFC 8058:
/// a POST, by the mail program itself or by the page's button). Asking twice is asking once. Whatever is wrong with a link, the
/// answer is the same.
/// </summary>
public sealed class Unsubscribe(Subscriptions subscriptions, ConfigurationSource configuration)
{
    public const string Name = "Unsubscribe";

    /// <param name="query">Of the link.</param>
    /// <param name="asked">The recipient, or a program for them, wants to leave the list.</param>
    public async Task<UnsubscribeAnswer> AnswerAsync(string query, bool asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await subscriptions.LinksAsync(cancellationToken) is not { } links || links.Read(query) is not { } claim)
        {
            return new UnsubscribeAnswer.NotValid();
        }

        var desk = (await configuration.LoadAsync(now, cancellationToken)).Desk;
        var list = MailList.Current(claim.List, desk);
        var name = MailList.Name(list, desk);
        var recipient = desk.Groups.SelectMany(group => group.Members)
            .FirstOrDefault(member => member.Channel == Channel.Mail && links.Who(member.Address) == claim.Who);
        // Somebody who is in desk.yaml no more gets nothing, whatever they leave.
        if (recipient is null)
        {
            return new UnsubscribeAnswer.Left(name, desk.Contact);
        }

        if (asked)
        {
            await subscriptions.LeaveAsync(list, recipient.Address, now, cancellationToken);
            return new UnsubscribeAnswer.Left(name, desk.Contact);
        }

        var unsubscribed = (await subscriptions.LoadAsync(cancellationToken)).In(desk);
        return unsubscribed.Has(list, recipient.Address) ? new UnsubscribeAnswer.Left(name, desk.Contact) : new UnsubscribeAnswer.Asks(name);
    }
}

public abstract record UnsubscribeAnswer
{
    private UnsubscribeAnswer() { }

    /// <summary>Asks whether the reader means it.</summary>
    /// <param name="List">The list's name for people; null where desk.yaml has it no more.</param>
    public sealed record Asks(string? List) : UnsubscribeAnswer;

    /// <summary>The reader gets no more of it.</summary>
    /// <param name="Contact">An e-mail or https address to write to.</param>
    public sealed record Left(string? List, string Contact) : UnsubscribeAnswer;

    /// <summary>The link is not ours, or not any more.</summary>
    public sealed record NotValid : UnsubscribeAnswer;
}
