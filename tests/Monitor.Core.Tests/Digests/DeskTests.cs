using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Core.Tests.Digests;

public class DeskTests
{
    private const string Good = """
        zone: Australia/Sydney
        contact: desk@example.org
        from: { name: Monitor, address: monitor@example.org }
        recipients:
          desk: [ { name: The desk, address: desk@example.org }, aroha@example.org ]
          operations: [ops@example.org, DESK@example.org]
        operations: operations
        editions:
          - id: morning
            name: Morning digest
            at: ["17:30", "07:00"]
            days: [weekend, mon]
            topics: [anzus, deportation-501]
            recipients: [desk]
        alerts:
          topics: [anzus]
          recipients: [desk, operations]
          maxAge: 36h
        """;

    private static readonly HashSet<string> Topics = ["anzus", "deportation-501"];

    [Fact]
    public void Reads_everything_that_may_be_said()
    {
        var load = Desk.Load("desk.yaml", Good, Topics);

        load.Problems.ShouldBeEmpty();
        var desk = load.Desk.ShouldNotBeNull();
        desk.Zone.Id.ShouldBe("Australia/Sydney");
        desk.Contact.ShouldBe("desk@example.org");
        desk.From.ShouldBe(new Recipient("Monitor", "monitor@example.org"));
        desk.Operations.ShouldBe("operations");
        desk.Groups.Select(group => group.Id).ShouldBe(["desk", "operations"]);
        desk.Groups[0].Members.ShouldBe([new Recipient("The desk", "desk@example.org"), new Recipient("", "aroha@example.org")]);
        var edition = desk.Editions.ShouldHaveSingleItem();
        edition.Id.ShouldBe("morning");
        edition.Name.ShouldBe("Morning digest");
        edition.At.ShouldBe([new TimeOnly(7, 0), new TimeOnly(17, 30)]);
        edition.Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Saturday, DayOfWeek.Sunday]);
        edition.Topics.ShouldBe(["anzus", "deportation-501"]);
        edition.Recipients.ShouldBe(["desk"]);
        desk.Alerts.ShouldNotBeNull().MaxAge.ShouldBe(TimeSpan.FromHours(36));
        desk.Alerts.Quiet.ShouldBeNull();
        desk.Alerts.PerHour.ShouldBeNull();
        var topic = desk.Alerts.Topics.ShouldHaveSingleItem();
        (topic.Id, topic.Window, topic.Severity).ShouldBe(("anzus", TimeSpan.FromMinutes(10), Severity.Normal));
        topic.Recipients.ShouldBe(["desk", "operations"]);
    }

    [Fact]
    public void A_topic_may_have_its_own_alerts()
    {
        var alerts = Load(
            ("  topics: [anzus]\n", "  topics: [anzus, { topic: deportation-501, group: 0m, severity: high, recipients: [operations] }]\n  group: 25m\n  severity: low\n"))
            .Desk!.Alerts!;

        alerts.Of("anzus").ShouldBe(alerts.Topics[0]);
        (alerts.Topics[0].Window, alerts.Topics[0].Severity).ShouldBe((TimeSpan.FromMinutes(25), Severity.Low));
        (alerts.Topics[1].Window, alerts.Topics[1].Severity).ShouldBe((TimeSpan.Zero, Severity.High));
        alerts.Topics[1].Recipients.ShouldBe(["operations"]);
        alerts.Of("other").ShouldBeNull();
    }

    [Fact]
    public void Alerts_may_have_quiet_times_and_a_limit_an_hour()
    {
        var alerts = Load(("  maxAge: 36h", "  quiet: { hours: \"21:30-06:30\", days: [weekend], except: high }\n  perHour: 4")).Desk!.Alerts!;

        alerts.PerHour.ShouldBe(4);
        var quiet = alerts.Quiet.ShouldNotBeNull();
        (quiet.From, quiet.Until, quiet.ExceptHigh).ShouldBe((new TimeOnly(21, 30), new TimeOnly(6, 30), true));
        quiet.Days.ShouldBe([DayOfWeek.Saturday, DayOfWeek.Sunday]);
        alerts.QuietFor(alerts.Topics[0]).ShouldBe(quiet);
        alerts.QuietFor(alerts.Topics[0] with { Severity = Severity.High }).ShouldBeNull();
    }

    [Fact]
    public void A_group_may_name_channels_beside_people()
    {
        var load = Load(
            ("operations: operations", "operations: operations\nchannels: { deskteams: teams, room: slack, records: webhook }"),
            ("aroha@example.org ]", "{ channel: deskteams }, { channel: records } ]"));

        load.Problems.ShouldBeEmpty();
        load.Desk!.Channels.ShouldBe([new("deskteams", Channel.Teams), new("room", Channel.Slack), new("records", Channel.Webhook)]);
        load.Desk.Groups[0].Members.Skip(1).ShouldBe([new("", "deskteams", Channel.Teams), new("", "records", Channel.Webhook)]);
    }

    [Theory]
    [InlineData("channels: { deskteams: fax }", "{ channel: deskteams }", "must be teams, slack or webhook")]
    [InlineData("channels: { desk-teams: teams }", "{ channel: desk-teams }", "lower-case letters and digits")]
    [InlineData("channels: { deskteams: teams }", "{ channel: other }", "it has deskteams")]
    [InlineData("channels: { deskteams: teams }", "{ channel: deskteams, address: a@example.org }", "make two members of it")]
    public void A_channel_must_be_declared_and_of_a_known_kind(string channels, string member, string says) =>
        Load(("operations: operations", $"operations: operations\n{channels}"), ("aroha@example.org ]", $"{member} ]"))
            .Problems.ShouldContain(problem => problem.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Someone_in_two_groups_is_one_person() =>
        Desk.Load("desk.yaml", Good).Desk!.People(["operations", "desk"]).Select(person => person.Address)
            .ShouldBe(["desk@example.org", "aroha@example.org", "ops@example.org"]);

    [Fact]
    public void Zone_days_alerts_and_their_age_may_be_left_out()
    {
        Load(("zone: Australia/Sydney", "")).Desk!.Zone.Id.ShouldBe("Pacific/Auckland");
        Load(("    days: [weekend, mon]", "")).Desk!.Editions[0].Days.Count.ShouldBe(7);
        Load(("  maxAge: 36h", "")).Desk!.Alerts!.MaxAge.ShouldBe(TimeSpan.FromHours(24));
        Desk.Load("desk.yaml", Good[..Good.IndexOf("alerts:", StringComparison.Ordinal)]).Desk!.Alerts.ShouldBeNull();
    }

    [Fact]
    public void The_contact_may_be_a_web_address() =>
        Load(("contact: desk@example.org", "contact: https://example.org/monitor")).Desk!.Contact.ShouldBe("https://example.org/monitor");

    [Theory]
    [InlineData("a key with a slip", "    days: [weekend, mon]", "    day: [mon]", 12, "unknown key \"day\"")]
    [InlineData("a key at the top", "operations: operations", "operations: operations\nchannel: teams", 8, "the file has an unknown key \"channel\"")]
    [InlineData("a zone of no map", "Australia/Sydney", "Pacific/Otautahi", 1, "zone \"Pacific/Otautahi\" is unknown")]
    [InlineData("a contact that reaches nobody", "contact: desk@example.org", "contact: the desk", 2, "neither an e-mail address nor an https address")]
    [InlineData("a contact with a gap", "contact: desk@example.org", "contact: https://example.org/the desk", 2, "neither an e-mail address nor an https address")]
    [InlineData("a sender without an address", "from: { name: Monitor, address: monitor@example.org }", "from: { name: Monitor }", 3, "from lacks address")]
    [InlineData("a sender that is a list", "from: { name: Monitor, address: monitor@example.org }", "from: [monitor@example.org]", 3, "from must be written as lines of \"key: value\"")]
    [InlineData("half an address", "aroha@example.org", "aroha@example", 5, "\"aroha@example\", which is not an e-mail address")]
    [InlineData("an address with a header in it", "aroha@example.org", "\"aroha@example.org\\r\\nBcc: x@example.org\"", 5, "must be one line")]
    [InlineData("an address that is there twice", "aroha@example.org", "Desk@example.org", 5, "names desk@example.org twice")]
    [InlineData("a group of nobody", "[ops@example.org, DESK@example.org]", "[]", 6, "must be a list with at least one item")]
    [InlineData("a group that is a word", "[ops@example.org, DESK@example.org]", "ops@example.org", 6, "must be a list with at least one item")]
    [InlineData("operations of no group", "operations: operations", "operations: helpdesk", 7, "names the group \"helpdesk\", which recipients lacks: it has desk, operations")]
    [InlineData("an edition without a name", "    name: Morning digest\n", "", 9, "the edition \"morning\" lacks name")]
    [InlineData("an edition without a time", "    at: [\"17:30\", \"07:00\"]\n", "", 9, "the edition \"morning\" lacks at")]
    [InlineData("an edition without recipients", "    recipients: [desk]\n", "", 9, "the edition \"morning\" lacks recipients")]
    [InlineData("a time with a dot", "\"17:30\"", "\"17.30\"", 11, "has the time \"17.30\": write hours and minutes")]
    [InlineData("a time after midnight", "\"17:30\"", "\"24:00\"", 11, "has the time \"24:00\"")]
    [InlineData("a time twice", "\"17:30\"", "\"07:00\"", 11, "has the time \"07:00\" twice")]
    [InlineData("a day in full", "[weekend, mon]", "[Monday]", 12, "has the day \"Monday\": write mon")]
    [InlineData("a topic that no file has", "[anzus, deportation-501]", "[anzac]", 13, "names the topic \"anzac\", which no topic file has: there are anzus, deportation-501")]
    [InlineData("a topic twice", "[anzus, deportation-501]", "[anzus, anzus]", 13, "has \"anzus\" twice")]
    [InlineData("no topic", "[anzus, deportation-501]", "[]", 13, "must be a list with at least one item")]
    [InlineData("a group that is not there", "    recipients: [desk]\n", "    recipients: [editors]\n", 14, "names the group \"editors\"")]
    [InlineData("an id in capitals", "id: morning", "id: Morning", 9, "the edition id \"Morning\" may hold only lower-case letters")]
    [InlineData("an age without a unit", "36h", "36", 18, "maxAge of alerts is \"36\", which is not a time from 1m to 31d")]
    [InlineData("an age of years", "36h", "900d", 18, "maxAge of alerts is \"900d\", which is not a time from 1m to 31d")]
    [InlineData("no age", "36h", "0m", 18, "maxAge of alerts is \"0m\", which is not a time from 1m to 31d")]
    [InlineData("a group of days", "  maxAge: 36h", "  group: 2d", 18, "group of alerts is \"2d\", which is not a time from 0m to 24h")]
    [InlineData("a severity of another house", "  maxAge: 36h", "  severity: urgent", 18, "severity of alerts is \"urgent\": write low, normal or high")]
    [InlineData("alerts for a topic without its name", "[anzus]\n  recipients: [desk, operations]", "[{ group: 5m }]\n  recipients: [desk]", 16, "a topic of alerts lacks topic")]
    [InlineData("alerts for a topic with a slip", "[anzus]\n  recipients: [desk, operations]", "[{ topic: anzus, window: 5m }]\n  recipients: [desk]", 16, "a topic of alerts has an unknown key \"window\"")]
    [InlineData("alerts for a topic that no file has", "[anzus]\n  recipients: [desk, operations]", "[{ topic: anzac }]\n  recipients: [desk]", 16, "names the topic \"anzac\"")]
    [InlineData("alerts for a topic twice", "[anzus]\n  recipients: [desk, operations]", "[anzus, { topic: anzus }]\n  recipients: [desk]", 16, "has \"anzus\" twice")]
    [InlineData("alerts for a group that is not there", "[anzus]\n  recipients: [desk, operations]", "[{ topic: anzus, recipients: [editors] }]\n  recipients: [desk]", 16, "names the group \"editors\"")]
    [InlineData("quiet hours without an end", "  maxAge: 36h", "  quiet: { hours: \"21:30\" }", 18, "hours in quiet of alerts are \"21:30\": write two different times")]
    [InlineData("quiet hours of no length", "  maxAge: 36h", "  quiet: { hours: \"21:30-21:30\" }", 18, "write two different times")]
    [InlineData("quiet hours with a slip", "  maxAge: 36h", "  quiet: { hours: \"9pm-6am\" }", 18, "such as \"21:30-06:30\"")]
    [InlineData("quiet without times", "  maxAge: 36h", "  quiet: { except: high }", 18, "names neither hours nor days")]
    [InlineData("quiet for ever", "  maxAge: 36h", "  quiet: { days: daily }", 18, "takes in every day")]
    [InlineData("a quiet day in full", "  maxAge: 36h", "  quiet: { days: [Sunday] }", 18, "has the day \"Sunday\": write mon")]
    [InlineData("an exception of another kind", "  maxAge: 36h", "  quiet: { hours: \"21:30-06:30\", except: low }", 18, "it may only be high")]
    [InlineData("quiet that is a word", "  maxAge: 36h", "  quiet: always", 18, "quiet of alerts must be written as lines")]
    [InlineData("no alert an hour", "  maxAge: 36h", "  perHour: 0", 18, "write a whole number from 1 to 1000")]
    [InlineData("half an alert an hour", "  maxAge: 36h", "  perHour: 0.5", 18, "write a whole number from 1 to 1000")]
    [InlineData("alerts without recipients", "  recipients: [desk, operations]\n", "", 16, "alerts lacks recipients")]
    public void Refuses(string what, string good, string bad, int line, string message)
    {
        var load = Load((good, bad));

        load.Desk.ShouldBeNull();
        var problem = load.Problems.ShouldHaveSingleItem(what);
        problem.Message.ShouldContain(message);
        problem.Line.ShouldBe(line);
        problem.ToString().ShouldStartWith($"desk.yaml:{line}: ");
    }

    [Fact]
    public void An_edition_may_have_other_times_or_none_on_the_days_of_calendars_and_may_have_had_another_id()
    {
        var load = Load(("    recipients: [desk]\n", "    recipients: [desk]\n    on: { holidays: skip, parliament: \"06:30\", courts: [\"17:00\", \"09:00\"] }\n    was: [breakfast, early]\n"));

        load.Problems.ShouldBeEmpty();
        var edition = load.Desk!.Editions[0];
        edition.On!.Select(rule => rule.Calendar).ShouldBe(["holidays", "parliament", "courts"]);
        edition.On!.Select(rule => rule.At).ShouldBe([[], [new TimeOnly(6, 30)], [new TimeOnly(9, 0), new TimeOnly(17, 0)]]);
        edition.Was.ShouldBe(["breakfast", "early"]);
    }

    [Theory]
    [InlineData("on: { holidays: skip }", "names the calendar \"holidays\", which no file in calendars/ has: there are courts, parliament")]
    [InlineData("on: { parliament: later }", "has the time \"later\": write hours and minutes")]
    [InlineData("on: [parliament]", "must be written as lines of \"key: value\"")]
    [InlineData("was: Breakfast", "the edition id \"Breakfast\" may hold only")]
    [InlineData("was: morning", "was names \"morning\", which another edition has")]
    public void Refuses_a_rule_for_days_or_a_former_id_that_cannot_be(string line, string message) =>
        Desk.Load("desk.yaml", Good.Replace("    recipients: [desk]\n", $"    recipients: [desk]\n    {line}\n", StringComparison.Ordinal), Topics, new HashSet<string> { "parliament", "courts" })
            .Problems.ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void Dates_are_in_the_language_that_it_names()
    {
        Load().Desk!.Zone.Language.Tag.ShouldBe("en-NZ");
        Load(("operations: operations", "operations: operations\nlanguage: mi")).Desk!.Zone.Language.Tag.ShouldBe("mi");
        Load(("operations: operations", "operations: operations\nlanguage: fr")).Problems.ShouldHaveSingleItem().ToString()
            .ShouldBe("desk.yaml:8: language \"fr\" of dates is unknown: there are en-NZ, en-AU, mi");
    }

    [Fact]
    public void Refuses_two_editions_of_one_id() =>
        Load(("editions:\n", "editions:\n  - { id: morning, name: Early, at: [\"05:00\"], topics: [anzus], recipients: [desk] }\n"))
            .Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("desk.yaml:10: the edition \"morning\" is there twice");

    [Fact]
    public void Shows_every_problem_at_once_in_the_order_of_the_file()
    {
        var load = Load(("Australia/Sydney", "Nowhere"), ("\"07:00\"", "7am"), ("36h", "soon"));

        load.Problems.Select(problem => problem.Line).ShouldBe([1, 11, 18]);
    }

    [Fact]
    public void Topics_are_not_checked_where_none_are_known() =>
        Desk.Load("desk.yaml", Good.Replace("anzus", "whatever", StringComparison.Ordinal)).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("nothing", "", 0, "is empty")]
    [InlineData("only a comment", "# later\n", 0, "is empty")]
    [InlineData("a word", "desk", 1, "holds no settings")]
    [InlineData("a list", "- desk\n- ops\n", 1, "holds no settings")]
    [InlineData("two documents", "zone: UTC\n---\nzone: UTC\n", 3, "holds a second document")]
    [InlineData("a bracket that never closes", "zone: UTC\nfrom: [a, b\n", 3, "is not well-formed YAML")]
    [InlineData("a tab for an indent", "recipients:\n\tdesk: a\n", 2, "is indented with a tab")]
    [InlineData("a key twice", "zone: UTC\nzone: UTC\n", 2, "is not well-formed YAML: Duplicate key")]
    [InlineData("an alias", "a: &a [x]\nb: *a\n", 2, "uses a YAML alias")]
    public void Refuses_a_file_that_is(string what, string text, int line, string message)
    {
        var load = Desk.Load("desk.yaml", text);

        load.Desk.ShouldBeNull();
        load.Problems[0].Message.ShouldContain(message, customMessage: what);
        load.Problems[0].Line.ShouldBe(line, what);
        load.Problems[0].Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Refuses_nesting_without_end(string open) =>
        Desk.Load("desk.yaml", string.Concat(Enumerable.Repeat(open, 50_000))).Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("nests deeper than 16 levels");

    [Fact]
    public void Refuses_a_file_that_no_desk_would_write() =>
        Desk.Load("desk.yaml", new string('#', 300 * 1024)).Problems.ShouldHaveSingleItem().Message.ShouldContain("larger than 256 KB");

    private static DeskLoad Load(params (string Good, string Bad)[] changes)
    {
        var text = Good;
        foreach (var (good, bad) in changes)
        {
            text.ShouldContain(good);
            text = text.Replace(good, bad, StringComparison.Ordinal);
        }

        return Desk.Load("desk.yaml", text, Topics);
    }
}
