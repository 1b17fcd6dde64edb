using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Configuration;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.SendMessages;
using Monitor.Pipeline.Tests.Storage;
using Monitor.Pipeline.Unsubscribe;
using Monitor.Pipeline.Writing;
using Health = Monitor.Pipeline.CheckHealth.CheckHealth;
using Leave = Monitor.Pipeline.Unsubscribe.Unsubscribe;
using Send = Monitor.Pipeline.SendMessages.SendMessages;

namespace Monitor.Pipeline.Tests.Unsubscribe;

/// <summary>From the link in a mail to the mails that are not written any more.</summary>
public class UnsubscribeTests : IAsyncLifetime
{
    private static readonly StopNote Stop = new("<a href=\"{address}\">Stop</a>", "Stop: {address}\n", "</main>");

    private readonly InMemoryBlobStore store = new();
    private readonly ConfigurationSource configuration;
    private readonly Subscriptions subscriptions;
    private readonly MessageBox box;
    private readonly Leave unsubscribe;

    public UnsubscribeTests()
    {
        configuration = new ConfigurationSource(store);
        subscriptions = new Subscriptions(store, new SubscriptionOptions { PublicUrl = new Uri("https://monitor.example.org") });
        box = new MessageBox(store, subscriptions);
        unsubscribe = new Leave(subscriptions, configuration);
    }

    public async ValueTask InitializeAsync() => await Files.PutAsync(store, Files.Good());

    public ValueTask DisposeAsync()
    {
        configuration.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_mail_carries_its_recipients_own_link()
    {
        await AddAsync(Alert("a"));

        var messages = await PendingAsync();
        messages.Select(message => message.Unsubscribe).Distinct().Count().ShouldBe(2);
        foreach (var message in messages)
        {
            message.List.ShouldBe("alerts");
            message.Html.ShouldBe($"<main>html<a href=\"{message.Unsubscribe!.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal)}\">Stop</a></main>");
            message.Text.ShouldBe($"text\nStop: {message.Unsubscribe.AbsoluteUri}\n");
        }
    }

    [Fact]
    public async Task Operations_cannot_leave()
    {
        await AddAsync(new Mailing(["operations", "feed"], MessageKind.Operations, Mail(), Messages.Morning), "operations");

        var message = (await PendingAsync()).ShouldHaveSingleItem();
        (message.Unsubscribe, message.List, message.Text).ShouldBe((null, null, "text\n"));
    }

    [Fact]
    public async Task Without_a_public_address_mails_go_out_without_a_link()
    {
        var bare = new MessageBox(store, new Subscriptions(store, new SubscriptionOptions()));
        await bare.AddAsync(Alert("a"), (await configuration.LoadAsync(Messages.Morning, default)).Desk, ["desk"], default);

        (await PendingAsync()).ShouldAllBe(message => message.Unsubscribe == null && message.Html == "<main>html</main>" && message.List == "alerts");
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var link = await LinkAsync("desk@example.org");

        (await AnswerAsync(link, asked: false)).ShouldBe(new UnsubscribeAnswer.Asks("Alerts"));
        (await AnswerAsync(link, asked: false)).ShouldBe(new UnsubscribeAnswer.Asks("Alerts"));
        (await subscriptions.LoadAsync(default)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_leaves_is_left_out_of_what_is_decided_from_then_on_and_nobody_else_is()
    {
        var link = await LinkAsync("desk@example.org");
        (await AnswerAsync(link, asked: true)).ShouldBe(new UnsubscribeAnswer.Left("Alerts", "desk@example.org"));

        (await AddAsync(Alert("b"))).ShouldBe(1);
        (await AddAsync(Digest("today"))).ShouldBe(2);
    }

    [Fact]
    public async Task Asking_again_is_answered_alike_and_looking_then_says_that_it_is_done()
    {
        var link = await LinkAsync("desk@example.org");
        await AnswerAsync(link, asked: true);

        (await AnswerAsync(link, asked: true)).ShouldBeOfType<UnsubscribeAnswer.Left>();
        (await AnswerAsync(link, asked: false)).ShouldBeOfType<UnsubscribeAnswer.Left>();
        (await subscriptions.LoadAsync(default)).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edition_is_left_by_its_name_and_alone()
    {
        await AddAsync(Digest("today"));
        var link = (await PendingAsync()).First(message => message.To.Address == "desk@example.org").Unsubscribe!;

        (await AnswerAsync(link, asked: true)).ShouldBe(new UnsubscribeAnswer.Left("Morning digest", "desk@example.org"));
        (await AddAsync(Digest("tomorrow"))).ShouldBe(1);
        (await AddAsync(Alert("b"))).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_has_left_an_edition_has_left_it_under_its_new_name_too_and_old_links_are_good()
    {
        await AddAsync(Digest("today"));
        var (first, second) = ((await PendingAsync())[0], (await PendingAsync())[1]);
        await AnswerAsync(first.Unsubscribe!, asked: true);
        var files = Files.Good();
        files[ConfigFiles.DeskPath] = Files.Desk.Replace("- id: morning", "- id: dawn\n    was: [morning]", StringComparison.Ordinal);
        await Files.PutAsync(store, files);

        (await AddAsync(Digest("tomorrow") with { List = "edition:dawn" })).ShouldBe(1);
        (await AnswerAsync(second.Unsubscribe!, asked: true)).ShouldBeOfType<UnsubscribeAnswer.Left>();
        (await AddAsync(Digest("the day after") with { List = "edition:dawn" })).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_for_somebody_who_has_left_is_withdrawn_and_not_sent_and_not_a_failure()
    {
        var link = await LinkAsync("desk@example.org");
        await AnswerAsync(link, asked: true);
        var sender = new Recording();

        var report = await new Send(box, [sender], new SendOptions(), new JumpingClock(), new PaceBook(store), new RefusalBook(store)).RunAsync(Messages.Morning, default);

        sender.Sent.ShouldBe(["second@example.org"]);
        (report.Messages!.Sent, report.Messages.Failed).ShouldBe((1, 0));
        report.Notes.ShouldBe(["withdrawn because their recipients have unsubscribed: 1"]);
        (await box.WithdrawnAsync(default).SingleAsync()).Delivery.LastError.ShouldBe("its recipient has unsubscribed");
        (await box.FailedAsync(default).AnyAsync()).ShouldBeFalse();
        (await PendingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_of_somebody_who_is_on_no_list_any_more_is_answered_and_nothing_is_noted()
    {
        var link = await LinkAsync("second@example.org");
        var files = Files.Good();
        files[ConfigFiles.DeskPath] = Files.Desk.Replace(", second@example.org", "", StringComparison.Ordinal);
        await Files.PutAsync(store, files);

        (await AnswerAsync(link, asked: true)).ShouldBeOfType<UnsubscribeAnswer.Left>();
        (await subscriptions.LoadAsync(default)).Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_is_wrong_with_a_link_the_answer_is_the_same_and_nothing_changes(bool asked)
    {
        var link = await LinkAsync("desk@example.org");
        var before = store.Names.ToList();
        foreach (var query in (string[])["", "?list=alerts", link.Query + "x", link.Query.Replace("alerts", "edition:morning", StringComparison.Ordinal)])
        {
            (await unsubscribe.AnswerAsync(query, asked, Messages.Morning, default)).ShouldBe(new UnsubscribeAnswer.NotValid());
        }

        store.Names.ShouldBe(before);
    }

    [Fact]
    public async Task A_link_from_before_the_key_was_made_anew_is_good_no_more()
    {
        var link = await LinkAsync("desk@example.org");
        await store.DeleteAsync(new("state", "unsubscribe.key"), default);

        (await AnswerAsync(link, asked: true)).ShouldBe(new UnsubscribeAnswer.NotValid());
        await AddAsync(Alert("b"));
        (await AnswerAsync(link, asked: true)).ShouldBe(new UnsubscribeAnswer.NotValid());
    }

    [Fact]
    public async Task Operations_are_told_once_who_has_left_what_and_when_nobody_is_left()
    {
        var writer = new LinesWriter();
        var health = new Health(configuration, store, box, new NotifyOperations(box, writer));
        await AnswerAsync(await LinkAsync("desk@example.org"), asked: true);
        for (var hour = 0; hour < 3; hour++)
        {
            await health.RunAsync(Messages.Morning.AddHours(hour), default);
        }

        var notice = (await PendingAsync()).Single(message => message.Kind == MessageKind.Operations);
        notice.Subject.ShouldBe("Somebody has unsubscribed: Alerts");
        notice.Text.ShouldContain("desk@example.org gets no more of it since");
        notice.Text.ShouldNotContain("Nobody");

        await AnswerAsync((await PendingAsync()).First(message => message.To.Address == "second@example.org").Unsubscribe!, asked: true);
        await health.RunAsync(Messages.Morning.AddHours(4), default);
        (await PendingAsync()).Count(message => message.Kind == MessageKind.Operations && message.Text.Contains("Nobody gets it any more", StringComparison.Ordinal)).ShouldBe(1);
    }

    private Task<UnsubscribeAnswer> AnswerAsync(Uri link, bool asked) => unsubscribe.AnswerAsync(link.Query, asked, Messages.Morning, default);

    private async Task<Uri> LinkAsync(string address)
    {
        await AddAsync(Alert("a"));
        return (await PendingAsync()).Single(message => message.To.Address == address).Unsubscribe!;
    }

    private async Task<int> AddAsync(Mailing mailing, string group = "desk") =>
        await box.AddAsync(mailing, (await configuration.LoadAsync(Messages.Morning, default)).Desk, [group], default);

    private async Task<List<Message>> PendingAsync() => await box.PendingAsync(default).Select(pending => pending.Message).ToListAsync();

    private static Mailing Alert(string story) => new(["alert", "anzus", story], MessageKind.Alert, Mail(), Messages.Morning, List: MailList.Alerts);

    private static Mailing Digest(string day) => new(["digest", "anzus", day], MessageKind.Digest, Mail(), Messages.Morning, List: "edition:morning");

    private static WrittenMail Mail() => new("Subject", "<main>html</main>", "text\n", null, Stop);

    private sealed class Recording : IMessageSender
    {
        public List<string> Sent { get; } = [];

        public Channel Channel => Channel.Mail;

        public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
        {
            Sent.Add(message.To.Address);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted());
        }
    }

    /// <summary>Writes a notice as its title and its lines.</summary>
    private sealed class LinesWriter : IMailWriter
    {
        public Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken) =>
            Task.FromResult(new WrittenMail(notice.Title, "", string.Join('\n', notice.Lines)));
    }
}
