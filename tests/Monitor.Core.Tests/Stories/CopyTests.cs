using Monitor.Core.Stories;

namespace Monitor.Core.Tests.Stories;

public class CopyTests
{
    private static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-11-16T06:00:00Z");

    private const string Wire =
        """
        Engineers have begun lowering Lake Waimea after a crack was found in the spillway of the dam above Brightwater.

        The council said 340 households were asked to leave their homes on Sunday night and that a welfare centre had opened at the town hall.

        Mayor Ana Tuhoro said nobody had been hurt and that the crack had not grown since midnight.

        "We would rather be careful for nothing than sorry for something," she told reporters at the scene.

        The dam was finished in 2022 at a cost of $198 million after years of argument over who should pay for it.

        Farmers downstream have been told to move stock to higher ground, and the state highway to the north is closed to trucks.

        A spokesman for the builder said inspectors had found no fault at the last yearly check, in March.

        The council will decide on Tuesday whether people may go home.
        """;

    private readonly StoryWindow window = new();

    [Fact]
    public void A_reprint_under_another_headline_is_a_copy_of_the_first()
    {
        Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");

        Place("b", "Hundreds told to leave homes below Waimea dam", "By Staff Reporter\n\n" + Wire + "\n\nSubscribe to our newsletter for more.", "Beta Herald")
            .DuplicateOf.ShouldBe("a");
    }

    [Fact]
    public void A_copy_of_a_copy_points_at_the_first_and_stays_in_its_story()
    {
        var first = Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");
        Place("b", "Crack in dam", Wire, "Beta Herald");

        Place("c", "Something else altogether", Wire, "Gamma Post").ShouldBe(new Placement(first.Story, "a", false));
    }

    [Fact]
    public void A_reprint_cut_to_its_first_half_is_a_copy()
    {
        Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");

        Place("b", "Dam crack empties Brightwater", Wire[..(Wire.Length / 2)], "Beta Herald").DuplicateOf.ShouldBe("a");
    }

    [Fact]
    public void The_whole_after_a_cut_reprint_is_a_copy_of_the_cut_one_which_came_first()
    {
        Place("a", "Dam crack empties Brightwater", Wire[..(Wire.Length / 2)], "Alpha Daily");

        Place("b", "Dam crack empties Brightwater", Wire, "Beta Herald").DuplicateOf.ShouldBe("a");
    }

    [Fact]
    public void An_agency_credit_on_both_makes_a_looser_cut_a_copy()
    {
        var half = Wire[..(Wire.Length / 2)].Replace("at the town hall", "and pets were welcome", StringComparison.Ordinal)
            .Replace("have begun lowering", "are lowering", StringComparison.Ordinal) + "\n\nMore to come for readers of this paper later today.";
        Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");
        Place("b", "Dam crack", half, "Beta Herald").DuplicateOf.ShouldBeNull();

        var credited = new StoryWindow();
        credited.Place(new StoryArticle("a", "Dam crack empties Brightwater", Wire + "\n\n- AAP", Monday, "Alpha Daily"));
        credited.Place(new StoryArticle("b", "Dam crack", half + "\n\n(AAP)", Monday, "Beta Herald")).DuplicateOf.ShouldBe("a");
    }

    [Fact]
    public void A_wire_that_is_in_no_list_is_known_by_its_sign_off_in_full_or_by_initials()
    {
        var half = Wire[..(Wire.Length / 2)] + "\n\nReaders of this paper who live below the dam may ring us on any day.";
        Place("a", "Dam crack empties Brightwater", Wire + "\n\nHarbour Wire", "Alpha Daily");

        Place("b", "Dam crack", half + " – HW", "Beta Herald").DuplicateOf.ShouldBe("a");
    }

    [Fact]
    public void Two_accounts_of_one_event_are_one_story_but_no_copies()
    {
        const string own =
            """
            People in Brightwater spent the night in the town hall after a crack in the Waimea dam was reported on Sunday.

            Retired teacher Moana Reid, who left with her two dogs, said the siren went as she was washing up.

            The council expects to say on Tuesday when residents can return. Lake levels have dropped by a metre.

            Opposition councillors have asked why the yearly check in March saw nothing.
            """;
        var first = Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");

        Place("b", "Brightwater sleeps in town hall as Waimea dam cracks", own, "Beta Herald").ShouldBe(new Placement(first.Story, null, false));
    }

    [Fact]
    public void Two_speeches_of_one_day_with_the_same_frame_are_no_copies()
    {
        const string frame = "Transcript. E and OE. Proof only. Minister for Ports, the Honourable Rua Falk. Search this site, home, contact, media centre. ";
        var first = frame + string.Join(' ', Enumerable.Range(0, 120).Select(i => $"harbour{i} sentence"));
        var second = frame + string.Join(' ', Enumerable.Range(0, 120).Select(i => $"railway{i} sentence"));
        Place("a", "Transcript of speech: Ports", first, "Minister");

        Place("b", "Transcript of speech: Ports", second, "Minister").DuplicateOf.ShouldBeNull();
    }

    [Fact]
    public void Instalments_of_a_series_are_no_copies_though_most_words_are_the_same()
    {
        var seventh = Wire.Replace("340 households", "410 households", StringComparison.Ordinal)
            .Replace("on Sunday night", "on Wednesday night", StringComparison.Ordinal)
            .Replace("in March", "in April", StringComparison.Ordinal);
        Place("a", "Sixth dam crack this year", Wire, "Alpha Daily");

        Place("b", "Seventh dam crack this year", seventh, "Alpha Daily").DuplicateOf.ShouldBeNull();
        Place("c", "Sixth dam crack this year", seventh, "Beta Herald").DuplicateOf.ShouldBe("b");
    }

    [Fact]
    public void A_text_of_another_week_is_no_copy()
    {
        Place("a", "Dam crack empties Brightwater", Wire, "Alpha Daily");

        window.Place(new StoryArticle("b", "Dam crack empties Brightwater", Wire, Monday.AddDays(10), "Beta Herald")).DuplicateOf.ShouldBeNull();
    }

    [Fact]
    public void The_same_long_headline_without_a_text_is_a_copy_but_a_short_one_is_not()
    {
        Place("a", "Dam crack empties Brightwater as engineers lower the lake", "", "Alpha Daily");
        Place("b", "Dam crack empties Brightwater as engineers lower the lake", "", "Beta Herald").DuplicateOf.ShouldBe("a");

        Place("c", "Weather: rain coming", "", "Alpha Daily");
        Place("d", "Weather: rain coming", "", "Beta Herald").DuplicateOf.ShouldBeNull();
    }

    private Placement Place(string id, string title, string text, string outlet) =>
        window.Place(new StoryArticle(id, title, text, Monday, outlet));
}
