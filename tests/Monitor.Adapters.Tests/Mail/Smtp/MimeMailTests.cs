using System.Text;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Core.Alerts;
using Monitor.Pipeline.Outbox;

namespace Monitor.Adapters.Tests.Mail.Smtp;

public class MimeMailTests
{
    [Fact]
    public void A_whole_mail() => Write(SampleMessages.Alert() with { Follows = "fedcba9876543210", Severity = Severity.High }, "answers@example.org").ShouldBe(
        """
        Date: Wed, 18 Nov 2026 18:00:00 +0000
        From: "Monitor" <monitor@example.org>
        To: "The desk" <desk@example.net>
        Reply-To: answers@example.org
        Subject: Tribunal refuses visa
        Message-ID: <0123456789abcdef@example.org>
        In-Reply-To: <fedcba9876543210@example.org>
        References: <fedcba9876543210@example.org>
        Auto-Submitted: auto-generated
        X-Monitor-Kind: alert
        Importance: high
        X-Priority: 1
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="=_0123456789abcdef"

        --=_0123456789abcdef
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        K=C5=8Drero

        --=_0123456789abcdef
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        <p>K=C5=8Drero</p>
        --=_0123456789abcdef--

        """.ReplaceLineEndings("\r\n"));

    [Theory]
    [InlineData("Tribunal\r\nBcc: everybody@example.net")]
    [InlineData("Tribunal\nBcc: everybody@example.net")]
    [InlineData("Tribunal\r\n\r\n<p>body</p>")]
    [InlineData("Tribunal\u0085Bcc: x\u2028y\u2029z\0")]
    public void No_header_and_no_body_comes_out_of_a_subject(string subject)
    {
        var mail = Write(SampleMessages.Alert(subject));

        HeadersOf(mail).Keys.ShouldBe(HeadersOf(Write(SampleMessages.Alert())).Keys);
        HeadersOf(mail)["Subject"].ShouldStartWith("Tribunal ");
    }

    [Theory]
    [InlineData("Eve\"\r\nBcc: e@example.net", "To: =?utf-8?B?RXZlIiAgQmNjOiBlQGV4YW1wbGUubmV0?= <desk@example.net>")]
    [InlineData("Eve <eve@example.net>, \"Bob", "To: \"Eve <eve@example.net>, \\\"Bob\" <desk@example.net>")]
    [InlineData("back\\slash", "To: \"back\\\\slash\" <desk@example.net>")]
    public void No_address_comes_out_of_a_name(string name, string raw)
    {
        var mail = Write(SampleMessages.Alert() with { To = new Destination("desk@example.net", name) });

        HeadersOf(mail).Keys.ShouldBe(HeadersOf(Write(SampleMessages.Alert())).Keys);
        mail.Split("\r\n").Single(line => line.StartsWith("To: ", StringComparison.Ordinal) || line.EndsWith("<desk@example.net>", StringComparison.Ordinal))
            .ShouldBe(raw);
    }

    [Theory]
    [InlineData("Anzus: what it obliges us to do")]
    [InlineData("Kōrero ki te Whare: 501 deportees \"not welcome\"")]
    [InlineData("=?utf-8?B?SGVsbG8=?= is not decoded twice")]
    [InlineData("double  spaces stay")]
    [InlineData("a_word_that_has_no_end_a_word_that_has_no_end_a_word_that_has_no_end_a_word_that_has_no_end")]
    public void A_subject_reads_as_it_was_written(string subject) =>
        HeadersOf(Write(SampleMessages.Alert(subject)))["Subject"].ShouldBe(subject);

    [Fact]
    public void A_long_subject_is_folded_into_lines_of_at_most_78_characters_and_tears_no_character()
    {
        foreach (var text in (string[])[string.Concat(Enumerable.Repeat("Tribunal refuses visa ", 40)).Trim(), string.Concat(Enumerable.Repeat("ō👩‍🚒é", 120)), new string('x', 900)])
        {
            var mail = Write(SampleMessages.Alert(text));

            mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").ShouldAllBe(line => line.Length <= 78);
            HeadersOf(mail)["Subject"].ShouldBe(text);
        }
    }

    [Fact]
    public void Half_a_character_does_no_harm() =>
        HeadersOf(Write(SampleMessages.Alert("half \ud83d of one")))["Subject"].ShouldBe("half \ufffd of one");

    [Fact]
    public void Text_reads_as_it_was_written_in_lines_that_every_server_takes()
    {
        var text = $"plain\n\nequals = sign, tab\t, trailing space \n{new string('x', 500)}\nKōrero 👩‍🚒\nFrom here\n.\n";
        var mail = Write(SampleMessages.Alert() with { Text = text });

        mail.Split("\r\n").ShouldAllBe(line => line.Length <= 78 && line.All(letter => letter < 128));
        var part = mail.Split("--=_0123456789abcdef")[1].Split("\r\n\r\n", 2)[1];
        Decoded(part).ShouldBe($"{text}\n");
    }

    [Fact]
    public void The_date_is_when_it_is_sent_and_not_when_it_was_decided() =>
        Encoding.ASCII.GetString(MimeMail.Write(SampleMessages.Alert(), null, SampleMessages.Now.AddHours(5).ToOffset(TimeSpan.FromHours(13))))
            .ShouldStartWith("Date: Wed, 18 Nov 2026 23:00:00 +0000\r\n");

    private static string Write(Message message, string? replyTo = null) => Encoding.ASCII.GetString(MimeMail.Write(message, replyTo, SampleMessages.Now));

    // Unfolded, and encoded words decoded.
    private static Dictionary<string, string> HeadersOf(string mail)
    {
        var headers = new Dictionary<string, string>();
        foreach (var field in mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            headers.Add(field[..colon], Words(field[(colon + 1)..].Trim()));
        }

        return headers;
    }

    private static string Words(string value)
    {
        var read = new StringBuilder();
        var bytes = new List<byte>();
        foreach (var (word, number) in value.Split(' ').Select((word, number) => (word, number)))
        {
            if (word.StartsWith("=?utf-8?B?", StringComparison.Ordinal))
            {
                bytes.AddRange(Convert.FromBase64String(word[10..^2]));
                continue;
            }

            read.Append(number > 0 ? " " : "").Append(word);
        }

        return bytes.Count > 0 ? Encoding.UTF8.GetString([.. bytes]) + read : read.ToString();
    }

    private static string Decoded(string quoted)
    {
        var bytes = new List<byte>();
        var text = quoted.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n..", "\r\n.", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            bytes.Add(text[at] == '=' ? Convert.ToByte(text.Substring(at + 1, 2), 16) : (byte)text[at]);
            at += text[at] == '=' ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
