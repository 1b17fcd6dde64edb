using System.Runtime.CompilerServices;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Cli.Feeds;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>The mail server, as far as one gets without sending.</summary>
internal sealed class MailCheck : ICheck
{
    private const string Check = "mail";

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Acs.Endpoint is { } endpoint)
        {
            yield return Finding.Ok(Check, $"goes by Communication Services ({endpoint.Host}), which is not asked; what it says to a mail is in `monitor messages list`");
            yield break;
        }

        var smtp = patient.Smtp;
        if (smtp.Host.Length == 0)
        {
            yield break;
        }

        var sender = (patient.Following ?? SeedFiles.Read(patient.SeedsFolder).Load().Following)?.Desk.From.Address;
        var look = await new SmtpProbe(smtp).LookAsync(sender, cancellationToken);
        var (server, said) = ($"{smtp.Host}:{smtp.Port}", Terminal.Line(look.Said, 200));
        yield return look.FailedAt switch
        {
            null => Finding.Ok(Check, $"{server} {(smtp.StartTls || smtp.ImplicitTls ? "speaks TLS" : "answers")}{(smtp.User is null ? "" : ", takes the login")}{(sender is null ? "" : $" and the sender {sender}")}"),
            SmtpStep.Connect => Finding.Fault(Check, $"{server} does not answer: {said}",
                patient.IsLocal ? "start `monitor up` again: the inbox has ended; or correct Monitor__Mail__Smtp__Host and Port" : "correct Monitor__Mail__Smtp__Host and Monitor__Mail__Smtp__Port; Azure lets no mail out on port 25"),
            SmtpStep.Greeting => Finding.Fault(Check, $"{server} does not greet as a mail server: {said}", "correct Monitor__Mail__Smtp__Port: 587 is submission; for 465, TLS from the first byte, set Monitor__Mail__Smtp__ImplicitTls to true"),
            SmtpStep.StartTls => Finding.Fault(Check, $"{server}: {said}", "use the port for submission (587), or another server; only for an inbox on this machine set Monitor__Mail__Smtp__StartTls to false"),
            SmtpStep.Certificate => Finding.Fault(Check, $"{server} shows a certificate that is not trusted: {said}", "name the server in Monitor__Mail__Smtp__Host as its certificate does, or have its certificate renewed"),
            SmtpStep.Login => Finding.Fault(Check, $"{server} refuses the login: {said}", "correct Monitor__Mail__Smtp__User and Monitor__Mail__Smtp__Password (infra/README.md, Rotate)"),
            _ => Finding.Fault(Check, $"{server} refuses the sender {sender}: {said}", "set from in desk.yaml to an address that this server lets the login send from"),
        };
    }
}
