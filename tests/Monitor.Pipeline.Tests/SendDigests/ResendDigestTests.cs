using Monitor.Pipeline.SendDigests;

namespace Monitor.Pipeline.Tests.SendDigests;

public sealed class ResendDigestTests : IDisposable
{
    private readonly DigestRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task The_last_one_goes_to_its_recipients_again_under_new_identifiers_and_says_so()
    {
        await room.FindAsync("Treaty signed", "2026-11-18 20:00");
        await room.RunAsync("2026-11-18 07:00");
        var first = await room.RunAsync("2026-11-19 07:00");

        var again = (await room.ResendAsync("morning", "2026-11-19 10:00")).ShouldBeOfType<Resent.InTheOutbox>();

        again.Digest.ShouldBe("2026-11-19-morning");
        again.Messages.Select(message => message.To).ShouldBe(first.Select(message => message.To), ignoreOrder: true);
        again.Messages.ShouldAllBe(message => message.Subject == "Morning digest: Treaty signed (again)");
        again.Messages.Select(message => message.Id).Intersect(first.Select(message => message.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_request_is_sent_once_and_another_request_once_more()
    {
        await room.RunAsync("2026-11-19 07:00");

        (await room.ResendAsync("morning", "2026-11-19 10:00")).ShouldBeOfType<Resent.InTheOutbox>().Messages.Count.ShouldBe(2);
        (await room.ResendAsync("morning", "2026-11-19 10:00")).ShouldBeOfType<Resent.InTheOutbox>().Messages.ShouldBeEmpty();
        (await room.ResendAsync("morning", "2026-11-19 10:01")).ShouldBeOfType<Resent.InTheOutbox>().Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_address_gets_it_alone_by_the_name_that_the_desk_knows()
    {
        await room.RunAsync("2026-11-19 07:00");

        var known = (await room.ResendAsync("morning", "2026-11-19 10:00", "Desk@example.org")).ShouldBeOfType<Resent.InTheOutbox>();
        known.Messages.ShouldHaveSingleItem().To.Name.ShouldBe("The desk");
        var other = (await room.ResendAsync("morning", "2026-11-19 10:00", "new@example.org")).ShouldBeOfType<Resent.InTheOutbox>();
        other.Messages.ShouldHaveSingleItem().To.Address.ShouldBe("new@example.org");
    }

    [Theory]
    [InlineData("morning@2026-11-18", "2026-11-18T1700-morning")]
    [InlineData("morning@2026-11-18T07:00", "2026-11-18T0700-morning")]
    [InlineData("morning", "2026-11-19T0700-morning")]
    public async Task It_may_be_that_of_a_date_or_of_a_time(string which, string digest)
    {
        room.Desk("\"07:00\"", "\"07:00\", \"17:00\"");
        foreach (var time in (string[])["2026-11-18 07:00", "2026-11-18 17:00", "2026-11-19 07:00"])
        {
            await room.RunAsync(time);
        }

        (await room.ResendAsync(which, "2026-11-19 10:00")).ShouldBeOfType<Resent.InTheOutbox>().Digest.ShouldBe(digest);
    }

    [Theory]
    [InlineData("morning@2026-11-20")]
    [InlineData("morning@2026-11-1")]
    [InlineData("ning")]
    [InlineData("")]
    public async Task One_that_was_never_written_cannot_be_sent_again(string which)
    {
        await room.RunAsync("2026-11-19 07:00");

        (await room.ResendAsync(which, "2026-11-19 10:00")).ShouldBeOfType<Resent.NeverWritten>();
    }

    [Fact]
    public async Task That_of_an_edition_which_the_desk_no_longer_has_needs_an_address()
    {
        await room.RunAsync("2026-11-19 07:00");
        room.Desk("id: morning", "id: breakfast");
        await room.RunAsync("2026-11-19 07:15");

        (await room.ResendAsync("morning", "2026-11-19 10:00")).ShouldBeOfType<Resent.NobodyToSendTo>();
        (await room.ResendAsync("morning", "2026-11-19 10:00", "desk@example.org")).ShouldBeOfType<Resent.InTheOutbox>();
    }
}
