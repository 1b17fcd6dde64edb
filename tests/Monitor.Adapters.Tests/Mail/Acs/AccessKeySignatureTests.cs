using System.Text;
using Monitor.Adapters.Mail.Acs;

namespace Monitor.Adapters.Tests.Mail.Acs;

public class AccessKeySignatureTests
{
    [Fact]
    public void A_request_is_signed_as_the_service_signs_it()
    {
        var key = Enumerable.Repeat((byte)1, 32).ToArray();

        var (hash, signature) = AccessKeySignature.Sign(
            key, "POST", new Uri("https://unit.communication.azure.com/emails:send?api-version=2025-09-01"), "Wed, 07 Oct 2026 00:00:00 GMT", Encoding.UTF8.GetBytes("""{"test":true}"""));

        hash.ShouldBe("b9l325sq/oepzu5IQyiBKZpqr4PZNfu+gwB2YCh/nC4=");
        signature.ShouldBe("YHV7zyLZxwoMUuUSzE/fChhD0/GFzDb5f2QJgvRlbCg=");
    }
}
