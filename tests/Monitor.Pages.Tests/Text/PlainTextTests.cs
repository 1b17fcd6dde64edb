using Monitor.Pages.Text;

namespace Monitor.Pages.Tests.Text;

public class PlainTextTests
{
    [Fact]
    public void Wraps_between_words_at_78_characters()
    {
        var text = new PlainText();
        text.Paragraph(string.Join(' ', Enumerable.Repeat("removal", 30)), "1.  ", "    ");
        var lines = text.ToString().TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => line.Length <= 78 && line.EndsWith("removal"));
        lines[0].ShouldStartWith("1.  removal");
        lines[1].ShouldStartWith("    removal");
    }

    [Fact]
    public void Breaks_a_word_that_no_line_can_hold()
    {
        var text = new PlainText();
        text.Paragraph("see " + new string('x', 200), "> ");
        text.ToString().ShouldBe($"> see\n> {new string('x', 76)}\n> {new string('x', 76)}\n> {new string('x', 48)}\n");
    }

    [Fact]
    public void Never_breaks_an_address()
    {
        var address = "https://outlet.example/" + new string('a', 200);
        var text = new PlainText();
        text.Address(address, "    ");
        text.ToString().ShouldBe($"    {address}\n");
    }

    [Fact]
    public void Says_nothing_where_there_is_nothing_to_say()
    {
        var text = new PlainText();
        text.Paragraph("  ");
        text.Address(null, "    ");
        text.ToString().ShouldBe("");
    }
}
