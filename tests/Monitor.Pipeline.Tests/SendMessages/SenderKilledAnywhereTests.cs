using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Tests.Outbox;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.Pipeline.Tests.SendMessages;

/// <summary>
/// The sender ends at every write, before and after it, and at every word to the provider, before and after it; the next one
/// goes on where it stopped. The same over a real process, real storage and a real SMTP server is in Monitor.EndToEnd.Tests.
/// </summary>
public class SenderKilledAnywhereTests
{
    private static readonly Message Plain = Messages.Alert("plain");
    private static readonly Message Refused = Messages.Alert("refused", "gone@example.org");
    private static readonly Message Busy = Messages.Alert("busy");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_lost_and_a_provider_that_can_be_asked_delivers_nothing_twice(bool after)
    {
        var unharmed = await DayAsync(new Victim(0, after, canBeAsked: true));
        unharmed.Delivered.ShouldBe([Busy.Id, Plain.Id], ignoreOrder: true);

        for (var point = 1; point <= unharmed.Points; point++)
        {
            var killed = await DayAsync(new Victim(point, after, canBeAsked: true));
            var where = $"killed {(after ? "after" : "before")} point {point} of {unharmed.Points}";
            killed.Points.ShouldBeGreaterThanOrEqualTo(point, where);
            killed.Delivered.ShouldBe(unharmed.Delivered, ignoreOrder: true, where);
            killed.Blobs.ShouldBe(unharmed.Blobs, where);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_lost_and_a_provider_that_cannot_be_asked_gets_the_same_Message_ID_again_at_most(bool after)
    {
        var unharmed = await DayAsync(new Victim(0, after, canBeAsked: false));
        var twice = 0;
        for (var point = 1; point <= unharmed.Points; point++)
        {
            var killed = await DayAsync(new Victim(point, after, canBeAsked: false));
            killed.Delivered.Distinct().ShouldBe(unharmed.Delivered, ignoreOrder: true, $"point {point}");
            killed.Blobs.ShouldBe(unharmed.Blobs, $"point {point}");
            twice += killed.Delivered.Count - unharmed.Delivered.Count;
        }

        // Once for each message that was taken and not yet settled: right after the hand-over, and before the settlement is written.
        twice.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_tried_again_by_hand_is_sent_once_wherever_that_ends(bool after)
    {
        for (var point = 1; ; point++)
        {
            var victim = new Victim(0, after, canBeAsked: false);
            var box = new MessageBox(victim.Store);
            await box.AddAsync(Refused, default);
            await victim.RunAsync(Messages.Morning);
            victim.IsForgiving = true;
            victim.KillAt(point);
            var ended = await victim.DoAsync(() => box.RetryAsync(Refused.Id, Messages.Morning.AddHours(1), default));
            await victim.RunAsync(Messages.Morning.AddHours(2));
            await box.RetryAsync(Refused.Id, Messages.Morning.AddHours(3), default);
            await victim.RunAsync(Messages.Morning.AddHours(4));

            victim.Delivered.ShouldBe([Refused.Id], $"point {point}");
            victim.Outbox.ShouldBe([$"outbox/sent/2026/11/18/{Refused.Id}.json", $"outbox/settled/{Refused.Id}.json"], $"point {point}");
            if (!ended)
            {
                point.ShouldBeGreaterThan(2);
                return;
            }
        }
    }

    private static async Task<(List<string> Delivered, List<string> Blobs, int Points)> DayAsync(Victim victim)
    {
        var box = new MessageBox(victim.Store);
        foreach (var message in (Message[])[Plain, Refused, Busy])
        {
            await box.AddAsync(message, default);
        }

        victim.StartCounting();
        for (var at = Messages.Morning; at < Messages.Morning.AddMinutes(40); at = at.AddMinutes(6))
        {
            await victim.RunAsync(at);
        }

        return (victim.Delivered, victim.Outbox, victim.Points);
    }

    /// <summary>A process with its provider, which ends at one point and is started again by the next timer.</summary>
    private sealed class Victim : IMessageSender
    {
        private readonly bool after;
        private readonly bool canBeAsked;
        private readonly HashSet<string> known = [];
        private readonly HashSet<string> busyOnce = [];
        private readonly int planned;
        private int killAt;
        private bool isDead;

        public Victim(int killAt, bool after, bool canBeAsked)
        {
            (this.after, this.canBeAsked, planned) = (after, canBeAsked, killAt);
            Store.BeforeWrite = (_, _) => Point(isAfter: false);
            Store.AfterWrite = (_, _) => Point(isAfter: true);
        }

        public InMemoryBlobStore Store { get; } = new();

        public Channel Channel => Channel.Mail;

        public List<string> Delivered { get; } = [];

        public int Points { get; private set; }

        /// <summary>The mailbox that is gone is there again.</summary>
        public bool IsForgiving { get; set; }

        public List<string> Outbox => [.. Store.Names.Where(name => name.StartsWith("outbox/", StringComparison.Ordinal))];

        public void KillAt(int point) => (killAt, Points) = (point, 0);

        public void StartCounting() => KillAt(planned);

        public Task<bool> RunAsync(DateTimeOffset at) => DoAsync(() => Sending.RunAsync(Store, [this], at, new SendOptions { AtOnce = 1 }));

        /// <summary>True where it was ended.</summary>
        public async Task<bool> DoAsync(Func<Task> work)
        {
            isDead = false;
            try
            {
                await work();
                return false;
            }
            catch (Exception) when (isDead)
            {
                isDead = false;
                return true;
            }
        }

        public Task<SendOutcome> SendAsync(Message message, CancellationToken cancellationToken)
        {
            Point(isAfter: false);
            var outcome = Take(message);
            Point(isAfter: true);
            return Task.FromResult(outcome);
        }

        private SendOutcome Take(Message message)
        {
            if (message.Id == Refused.Id && !IsForgiving)
            {
                return new SendOutcome.Permanent("no such mailbox") { OfRecipient = true };
            }

            if (message.Id == Busy.Id && busyOnce.Add(message.Id))
            {
                return new SendOutcome.Recoverable("busy");
            }

            // Whoever is in doubt asks first; who knows that it was taken does not hand it over again.
            if (canBeAsked && message.Delivery.InDoubt && known.Contains(message.Id))
            {
                return new SendOutcome.Accepted();
            }

            known.Add(message.Id);
            Delivered.Add(message.Id);
            return new SendOutcome.Accepted();
        }

        private void Point(bool isAfter)
        {
            if (isDead)
            {
                throw new InvalidOperationException("it has ended");
            }

            if (isAfter == after && ++Points == killAt)
            {
                isDead = true;
                throw new InvalidOperationException("it ends here");
            }
        }
    }
}
