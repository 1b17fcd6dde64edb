using Monitor.Core.Digests;
using Monitor.Pages.Wording;

namespace Monitor.Pages.Tests.Wording;

public class LegibleTests
{
    [Theory]
    [InlineData("  Two\tlines\r\n of   text ", "Two lines of text")]
    [InlineData("no\u00A0break\u2028here", "no break here")]
    [InlineData("nul\0l and bell\u0007", "null and bell")]
    [InlineData("\u202Ereversed\u202C and \u2067isolated\u2069", "reversed and isolated")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth")]
    [InlineData("Māori Phạm 👨‍👩‍👧 נגב", "Māori Phạm 👨‍👩‍👧 נגב")]
    [InlineData("Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301algo", "Z\u0301\u0301\u0301\u0301algo")]
    [InlineData("👩🏽‍❤️‍💋‍👨🏻", "👩🏽‍❤️‍💋‍👨🏻")]
    [InlineData("a\u200Db\u200Dc\u200Dd\u200De\u200Df\u200Dg", "a\u200Db\u200Dc\u200Dd\u200Defg")]
    [InlineData(null, "")]
    [InlineData("\0\u202E \n", "")]
    public void Makes_one_line_that_a_person_can_read(string? raw, string expected) => Legible.Line(raw, 100).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_shown_as_a_replacement() => Legible.Line("half \uD83D pair", 100).ShouldBe("half \uFFFD pair");

    [Theory]
    [InlineData("A short one", 20, "A short one")]
    [InlineData("The tribunal upholds the removal", 24, "The tribunal upholds…")]
    [InlineData("The tribunal upholds, they said", 24, "The tribunal upholds…")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 10, "xxxxxxxxx…")]
    [InlineData("aaaa👨‍👩‍👧‍👦", 8, "aaaa…")]
    [InlineData("👩‍👩‍👩‍👩‍👩‍👩", 6, "👩‍👩…")]
    public void Cuts_between_words_or_between_characters_as_people_see_them(string text, int max, string expected) =>
        Legible.Cut(text, max).ShouldBe(expected);

    [Fact]
    public void Keeps_the_end_where_the_end_is_nearest_to_the_hit() =>
        Legible.CutStart("He had lived in Queensland since he was four.", 26).ShouldBe("…since he was four.");

    [Fact]
    public void Moves_marks_along_with_what_was_removed()
    {
        const string Raw = "A\0  \u202Evisa\r\ncancelled under s501.";
        var marked = Legible.Clean(Raw, [new Mark(Raw.IndexOf("s501", StringComparison.Ordinal), 4)]);
        marked.Text.ShouldBe("A visa cancelled under s501.");
        marked.Stretches().Single(stretch => stretch.Marked).Text.ShouldBe("s501");
    }

    [Fact]
    public void Marks_may_touch_both_ends()
    {
        var marked = Legible.Clean("s501 and s501", [new Mark(0, 4), new Mark(9, 4)]);
        marked.Stretches().ShouldBe([("s501", true), (" and ", false), ("s501", true)]);
    }

    [Fact]
    public void A_long_sentence_is_shown_around_its_first_mark()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 200));
        var raw = $"{words} section 501 {words}";
        var marked = Legible.Clean(raw, [new Mark(raw.IndexOf("section", StringComparison.Ordinal), 11)]).Around(200);
        marked.Text.Length.ShouldBeLessThanOrEqualTo(202);
        marked.Text.ShouldStartWith("…word ");
        marked.Text.ShouldEndWith(" word…");
        marked.Stretches().Single(stretch => stretch.Marked).Text.ShouldBe("section 501");
    }
}
