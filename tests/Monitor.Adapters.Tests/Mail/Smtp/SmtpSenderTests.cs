using Monitor.Adapters.Mail;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Adapters.Tests.Http;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Tests.Mail.Smtp;

public class SmtpSenderTests
{
    private const string Tls = "250-mail.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN";

    [Fact]
    public async Task A_message_that_the_server_takes_is_accepted()
    {
        await using var server = new ScriptedServer();

        (await SendAsync(server)).ShouldBe(new SendOutcome.Accepted());

        server.Commands[..4].ShouldBe(["EHLO [127.0.0.1]", "MAIL FROM:<monitor@example.org>", "RCPT TO:<desk@example.net>", "DATA"]);
        server.Taken.ShouldHaveSingleItem().ShouldContain("Message-ID: <0123456789abcdef@example.org>");
    }

    [Theory]
    [InlineData("GREETING", "421 4.3.2 too busy")]
    [InlineData("GREETING", "554 go away")]
    [InlineData("GREETING", "HTTP/1.1 400 Bad Request")]
    [InlineData("GREETING", "drop")]
    [InlineData("EHLO", "502 what?")]
    [InlineData("EHLO", "421 closing")]
    [InlineData("EHLO", "drop")]
    [InlineData("MAIL", "550 5.7.1 you may not send as this")]
    [InlineData("MAIL", "530 5.7.0 log in first")]
    [InlineData("MAIL", "451 4.3.0 later")]
    [InlineData("MAIL", "drop")]
    [InlineData("RCPT", "421 4.3.2 closing")]
    [InlineData("RCPT", "530 5.7.0 must issue STARTTLS")]
    [InlineData("RCPT", "drop")]
    [InlineData("DATA", "drop")]
    public async Task What_is_not_about_this_message_is_tried_again_and_holds_the_others_back(string verb, string reply)
    {
        await using var server = new ScriptedServer().On(verb, reply);

        var outcome = (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>();

        (outcome.OfProvider, outcome.InDoubt).ShouldBe((true, false), outcome.Reason);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 greylisted", "the server refused the recipient (450 4.2.1)")]
    [InlineData("RCPT", "452 4.2.2 mailbox full", "the server refused the recipient (452 4.2.2)")]
    [InlineData("DATA", "451 4.3.0 no room", "the server refused the message (451 4.3.0)")]
    [InlineData(".", "451 4.7.1 try again", "the server refused the message (451 4.7.1)")]
    public async Task What_may_pass_is_tried_again_by_itself(string verb, string reply, string reason)
    {
        await using var server = new ScriptedServer().On(verb, reply);

        (await SendAsync(server)).ShouldBe(new SendOutcome.Recoverable(reason));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <desk@example.net> unknown", "the server refused the recipient (550 5.1.1)", true)]
    [InlineData("RCPT", "550 no such user", "the server refused the recipient (550)", true)]
    [InlineData("RCPT", "552 5.2.2 over quota", "the server refused the recipient (552 5.2.2)", true)]
    [InlineData("RCPT", "554 5.7.1 relay denied", "the server refused the recipient (554 5.7.1)", false)]
    [InlineData("MAIL", "552 5.3.4 too large", "the message is too large for the server (552 5.3.4)", false)]
    [InlineData("DATA", "554 5.5.1 no valid recipients", "the server refused the message (554 5.5.1)", false)]
    [InlineData(".", "554 5.6.0 content rejected", "the server refused the message (554 5.6.0)", false)]
    public async Task What_is_refused_for_good_says_whether_it_is_the_recipient_and_names_no_address(string verb, string reply, string reason, bool ofRecipient)
    {
        await using var server = new ScriptedServer().On(verb, reply);

        (await SendAsync(server)).ShouldBe(new SendOutcome.Permanent(reason) { OfRecipient = ofRecipient });
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_last_dot_leaves_the_message_in_doubt()
    {
        await using var server = new ScriptedServer().On(".", "drop");

        var outcome = (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>();

        outcome.InDoubt.ShouldBeTrue();
        outcome.Reason.ShouldContain("under one Message-ID");
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_instead_of_saying_goodbye_has_taken_the_message()
    {
        await using var server = new ScriptedServer().On("QUIT", "drop");

        (await SendAsync(server)).ShouldBe(new SendOutcome.Accepted());
    }

    [Theory]
    [InlineData("GREETING", false)]
    [InlineData("RCPT", false)]
    [InlineData(".", true)]
    public async Task A_server_that_says_nothing_more_is_left(string verb, bool inDoubt)
    {
        await using var server = new ScriptedServer().On(verb, "hang");
        var clock = new ManualClock();
        var sending = SendAsync(server, clock: clock);

        await server.Hanging;
        clock.Advance(TimeSpan.FromSeconds(60));

        (await sending).ShouldBeOfType<SendOutcome.Recoverable>().ShouldSatisfyAllConditions(
            outcome => outcome.Reason.ShouldStartWith("the mail server took longer than 60 s"),
            outcome => (outcome.OfProvider, outcome.InDoubt).ShouldBe((true, inDoubt)));
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_to_its_end()
    {
        await using var server = new ScriptedServer().On("GREETING", "220 " + new string('x', 100_000));

        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>().Reason.ShouldBe("a line of the server has no end");
    }

    [Fact]
    public async Task A_server_that_is_not_there_holds_the_others_back()
    {
        var server = new ScriptedServer();
        await server.DisposeAsync();

        (await SendAsync(server)).ShouldBeOfType<SendOutcome.Recoverable>().OfProvider.ShouldBeTrue();
    }

    [Fact]
    public async Task With_STARTTLS_nothing_of_the_message_is_said_before_TLS()
    {
        await using var server = new ScriptedServer().On("EHLO", Tls);

        (await SendAsync(server, options => options.StartTls = true, trusts: true)).ShouldBe(new SendOutcome.Accepted());

        server.Commands[..4].ShouldBe(["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "MAIL FROM:<monitor@example.org>"]);
    }

    [Fact]
    public async Task A_server_that_does_not_offer_STARTTLS_hears_nothing_more()
    {
        await using var server = new ScriptedServer();

        var outcome = (await SendAsync(server, options => options.StartTls = true)).ShouldBeOfType<SendOutcome.Recoverable>();

        outcome.ShouldBe(new SendOutcome.Recoverable("the mail server does not offer STARTTLS") { OfProvider = true });
        server.Commands.ShouldBe(["EHLO [127.0.0.1]"]);
    }

    [Fact]
    public async Task A_server_that_offers_STARTTLS_and_refuses_it_hears_nothing_more()
    {
        await using var server = new ScriptedServer().On("EHLO", Tls).On("STARTTLS", "454 4.7.0 not now");

        (await SendAsync(server, options => options.StartTls = true)).ShouldBeOfType<SendOutcome.Recoverable>().OfProvider.ShouldBeTrue();

        server.Commands.ShouldBe(["EHLO [127.0.0.1]", "STARTTLS"]);
    }

    [Fact]
    public async Task What_is_slipped_in_before_TLS_begins_is_not_believed()
    {
        await using var server = new ScriptedServer().On("EHLO", Tls).On("STARTTLS", "220 go ahead\r\n250 trust me");

        (await SendAsync(server, options => options.StartTls = true, trusts: true)).ShouldBeOfType<SendOutcome.Recoverable>();

        server.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted(bool atOnce)
    {
        await using var server = new ScriptedServer(atOnce).On("EHLO", Tls);

        var outcome = await SendAsync(server, options => (options.StartTls, options.ImplicitTls) = (!atOnce, atOnce));

        outcome.ShouldBe(new SendOutcome.Recoverable("the mail server's certificate is not to be trusted") { OfProvider = true });
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task TLS_from_the_first_byte_needs_no_STARTTLS()
    {
        await using var server = new ScriptedServer(isTlsAtOnce: true);

        (await SendAsync(server, options => (options.StartTls, options.ImplicitTls) = (true, true), trusts: true)).ShouldBe(new SendOutcome.Accepted());

        server.Commands.ShouldNotContain("STARTTLS");
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "AUTH PLAIN AG1vbml0b3IAcMOkc3M=")]
    [InlineData("AUTH=LOGIN PLAIN", "AUTH PLAIN AG1vbml0b3IAcMOkc3M=")]
    public async Task A_login_is_made_in_a_way_that_the_server_knows(string offer, string said)
    {
        await using var server = new ScriptedServer().On("EHLO", $"250-mail.example.org\r\n250 {offer}");

        (await SendAsync(server, options => (options.User, options.Password) = ("monitor", "päss"))).ShouldBe(new SendOutcome.Accepted());

        server.Commands.ShouldContain(said);
    }

    [Fact]
    public async Task An_older_server_asks_for_name_and_password_one_after_the_other()
    {
        await using var server = new ScriptedServer().On("EHLO", "250-mail.example.org\r\n250 AUTH LOGIN").On("AUTH", "334 VXNlcm5hbWU6")
            .On("bW9uaXRvcg==", "334 UGFzc3dvcmQ6").On("cMOkc3M=", "235 2.7.0 welcome");

        (await SendAsync(server, options => (options.User, options.Password) = ("monitor", "päss"))).ShouldBe(new SendOutcome.Accepted());

        server.Commands[1..4].ShouldBe(["AUTH LOGIN", "bW9uaXRvcg==", "cMOkc3M="]);
    }

    [Theory]
    [InlineData("AUTH PLAIN", "535 5.7.8 no", "the mail server refuses the login (535 5.7.8)")]
    [InlineData("AUTH GSSAPI", "235 ok", "the mail server offers no login that is known here (PLAIN or LOGIN)")]
    public async Task A_login_that_fails_is_for_the_operator_to_mend(string offer, string reply, string reason)
    {
        await using var server = new ScriptedServer().On("EHLO", $"250-mail.example.org\r\n250 {offer}").On("AUTH", reply);

        (await SendAsync(server, options => (options.User, options.Password) = ("monitor", "wrong")))
            .ShouldBe(new SendOutcome.Recoverable(reason) { OfProvider = true });
    }

    [Theory]
    [InlineData("desk@example.net>\r\nRCPT TO:<other@example.net")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task What_is_no_address_is_never_said_to_a_server(string address)
    {
        await using var server = new ScriptedServer();

        (await SendAsync(server, message: SampleMessages.Alert() with { To = new Destination(address) }))
            .ShouldBe(new SendOutcome.Permanent("an address of the message is no e-mail address"));

        server.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_line_of_a_message_ends_it()
    {
        await using var server = new ScriptedServer();

        await SendAsync(server, message: SampleMessages.Alert() with { Text = "one\n.\nQUIT\n..two\n" });

        server.Taken.ShouldHaveSingleItem().ShouldContain("\r\none\r\n.\r\nQUIT\r\n..two\r\n");
    }

    private static async Task<SendOutcome> SendAsync(ScriptedServer server, Action<SmtpOptions>? configure = null, bool trusts = false, Message? message = null, TimeProvider? clock = null)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = false };
        configure?.Invoke(options);
        var sender = new SmtpSender(options, new MailOptions(), clock ?? new StoppedClock(SampleMessages.Now), trusts ? (_, certificate, _, _) => certificate?.GetCertHashString() == ScriptedServer.Thumbprint : null);
        return await sender.SendAsync(message ?? SampleMessages.Alert(), default);
    }
}
