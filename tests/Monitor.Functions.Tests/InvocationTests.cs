using System.Text;
using System.Text.Json;
using Monitor.Functions.HostProtocol;
using Monitor.Pipeline.PollShard;

namespace Monitor.Functions.Tests;

public class InvocationTests
{
    private static readonly DateTimeOffset Fired = DateTimeOffset.Parse("2026-11-21T19:30:00.03Z");

    [Fact]
    public void A_timer_says_when_it_fired_when_it_ran_before_and_which_occurrence_it_is()
    {
        var invocation = Parse(Body("""
            {"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-21T19:15:00.0017363+00:00","Next":"2026-11-21T19:30:00+00:00","LastUpdated":"2026-11-21T19:15:00.0017363+00:00"},"IsPastDue":false}
            """));

        invocation.UtcNow.ShouldBe(Fired);
        invocation.Last.ShouldBe(DateTimeOffset.Parse("2026-11-21T19:15:00.0017363Z"));
        invocation.Next.ShouldBe(DateTimeOffset.Parse("2026-11-21T19:30:00Z"));
        invocation.IsPastDue.ShouldBeFalse();
        invocation.RetryCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01T11:40:00+11:40")]
    public void The_first_run_has_no_run_before_it_however_the_year_1_is_written(string never)
    {
        var invocation = Parse(Body($$"""{"ScheduleStatus":{"Last":"{{never}}","Next":"2026-11-21T19:30:00+00:00","LastUpdated":"{{never}}"},"IsPastDue":false}"""));

        invocation.Last.ShouldBeNull();
        invocation.Next.ShouldBe(DateTimeOffset.Parse("2026-11-21T19:30:00Z"));
    }

    [Fact]
    public void A_host_that_keeps_no_schedule_status_is_understood()
    {
        var invocation = Parse(Body("""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":true}"""));

        (invocation.Last, invocation.Next).ShouldBe((null, null));
        invocation.IsPastDue.ShouldBeTrue();
        invocation.UtcNow.ShouldBe(Fired);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_retry_is_told_from_a_first_attempt(int count)
    {
        var body = """{"Data":{"timer":{"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"RetryContext":{"RetryCount":@,"MaxRetryCount":3,"Exception":null},"sys":{"MethodName":"PollFeeds","UtcNow":"2026-11-21T19:30:00.03Z"}}}""";

        Parse(body.Replace("@", $"{count}", StringComparison.Ordinal)).RetryCount.ShouldBe(count);
    }

    [Fact]
    public void A_binding_that_comes_as_JSON_in_a_string_is_understood()
    {
        var body = """{"Data":{"timer":"{\"IsPastDue\":true,\"ScheduleStatus\":null}"},"Metadata":{}}""";

        Parse(body).IsPastDue.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"Data":{},"Metadata":{}}""")]
    [InlineData("""{"Data":null,"Metadata":null}""")]
    [InlineData("""{"Data":{"timer":{"ScheduleStatus":{"Last":"soon","Next":17}}},"Metadata":{"sys":{"UtcNow":"now"},"RetryContext":{"RetryCount":"many"}}}""")]
    public void What_the_host_leaves_out_or_garbles_is_unknown_and_nothing_more(string body)
    {
        var invocation = Parse(body);

        (invocation.UtcNow, invocation.Last, invocation.Next).ShouldBe((null, null, null));
        invocation.RetryCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_JSON_object_is_no_invocation(string body) =>
        Invocation.Parse(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    [Theory]
    [InlineData("as the host writes it: JSON in a string in a string", """ "\"{\\\"round\\\":\\\"2026-11-21T19:30:00+00:00\\\",\\\"shard\\\":3,\\\"of\\\":16}\"" """, "\"m1\"", "2")]
    [InlineData("as its documentation shows it: JSON in a string", """ "{\"round\":\"2026-11-21T19:30:00+00:00\",\"shard\":3,\"of\":16}" """, "\"m1\"", "\"2\"")]
    [InlineData("as a host would that parses it: an object", """ {"round":"2026-11-21T19:30:00+00:00","shard":3,"of":16} """, "\"\\\"m1\\\"\"", "2")]
    public void A_queue_message_is_read_with_its_name_and_the_count_of_its_deliveries(string what, string data, string id, string count)
    {
        var invocation = Parse("{\"Data\":{\"shard\":" + data + "},\"Metadata\":{\"Id\":" + id + ",\"DequeueCount\":" + count + ",\"sys\":{\"MethodName\":\"PollShard\",\"UtcNow\":\"2026-11-21T19:30:00.03Z\"}}}");

        var delivery = invocation.Delivery(invocation.UtcNow!.Value);
        delivery.ShouldBe(new ShardDelivery(new ShardMessage(DateTimeOffset.Parse("2026-11-21T19:30:00Z"), 3, 16), "m1", 2, Fired), what);
    }

    [Theory]
    [InlineData("\"<html>\"")]
    [InlineData("\"\\\"{}\\\"\"")]
    [InlineData("{\"round\":\"2026-11-21T19:30:00Z\",\"shard\":16,\"of\":16}")]
    [InlineData("{\"round\":\"2026-11-21T19:30:00Z\",\"shard\":0,\"of\":0}")]
    public void A_queue_message_that_names_no_shard_fails_so_that_the_host_sets_it_aside(string data)
    {
        var invocation = Parse("{\"Data\":{\"shard\":" + data + "},\"Metadata\":{\"Id\":\"m1\",\"DequeueCount\":1}}");

        Should.Throw<JsonException>(() => invocation.Delivery(Fired));
    }

    [Fact]
    public void A_timer_carries_no_queue_message() => Should.Throw<JsonException>(() => Parse(Body("null")).Delivery(Fired));

    private static Invocation Parse(string body) => Invocation.Parse(Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();

    private static string Body(string timer) =>
        """{"Data":{"timer":@},"Metadata":{"sys":{"MethodName":"PollFeeds","UtcNow":"2026-11-21T19:30:00.03Z","RandGuid":"2ef58d4f"}}}"""
            .Replace("@", timer, StringComparison.Ordinal);
}
