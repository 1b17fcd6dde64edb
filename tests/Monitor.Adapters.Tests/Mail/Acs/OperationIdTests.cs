using Monitor.Adapters.Mail.Acs;

namespace Monitor.Adapters.Tests.Mail.Acs;

public class OperationIdTests
{
    [Fact]
    public void The_same_message_names_the_same_work_for_ever() =>
        OperationId.Of("0123456789abcdef", 0).ShouldBe("95665349-77b7-8e0c-be40-010e665c2266");

    [Fact]
    public void A_work_that_ended_without_a_mail_is_followed_by_one_of_another_name() =>
        OperationId.Of("0123456789abcdef", 1).ShouldNotBe(OperationId.Of("0123456789abcdef", 0));

    [Fact]
    public void It_is_a_UUID_of_version_8_and_the_usual_variant()
    {
        var id = OperationId.Of("0123456789abcdef", 0);

        Guid.TryParseExact(id, "D", out _).ShouldBeTrue();
        id[14].ShouldBe('8');
        "89ab".ShouldContain(id[19]);
    }
}
