using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Adapters.Mail;
using Monitor.Adapters.Mail.Acs;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Pipeline.SendMessages;

namespace Monitor.Adapters.Tests.Mail;

public class MailRegistrationTests
{
    [Fact]
    public void An_endpoint_of_Communication_Services_sends_by_it() =>
        Sender(("Acs:Endpoint", "https://unit.communication.azure.com"), ("Smtp:Host", "smtp.example.org")).ShouldBeOfType<AcsSender>()
            .Limits.ShouldBe(new PaceLimits(30, 100));

    [Fact]
    public void Without_one_a_mail_server_sends() =>
        Sender(("Smtp:Host", "smtp.example.org")).ShouldBeOfType<SmtpSender>().Limits.ShouldBe(PaceLimits.None);

    [Fact]
    public void A_mail_server_may_have_limits_too() =>
        Sender(("Smtp:Host", "smtp.example.org"), ("Smtp:AnHour", "500")).Limits.ShouldBe(new PaceLimits(AnHour: 500));

    [Theory]
    [InlineData("Smtp:Host", "", "Monitor__Mail__Smtp__Host")]
    [InlineData("Acs:Endpoint", "http://unit.communication.azure.com", "https")]
    [InlineData("ReplyTo", "nobody", "ReplyTo")]
    public void What_is_set_wrongly_is_said_by_name(string name, string value, string problem) =>
        Should.Throw<OptionsValidationException>(() => Sender((name, value))).Message.ShouldContain(problem);

    [Theory]
    [InlineData("smtp.example.org", false, false, true)]
    [InlineData("smtp.example.org", true, false, false)]
    [InlineData("smtp.example.org", false, true, false)]
    [InlineData("127.0.0.1", false, false, false)]
    public void A_password_is_never_said_in_the_clear_beyond_this_machine(string host, bool startTls, bool implicitTls, bool isRefused)
    {
        Action making = () => Sender(("Smtp:Host", host), ("Smtp:User", "monitor"), ("Smtp:StartTls", $"{startTls}"), ("Smtp:ImplicitTls", $"{implicitTls}"));

        if (isRefused)
        {
            Should.Throw<OptionsValidationException>(making).Message.ShouldContain("TLS");
        }
        else
        {
            making.ShouldNotThrow();
        }
    }

    private static IMessageSender Sender(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Monitor:Mail:{setting.Name}", (string?)setting.Value))).Build();
        using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddMail().BuildServiceProvider();
        return provider.GetRequiredService<IMessageSender>();
    }
}
