using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("plain stops", "It rained. It stopped.|It rained.|It stopped.")]
    [InlineData("questions and exclamations", "Why? Because! So.|Why?|Because!|So.")]
    [InlineData("titles before names", "Mr. Peters met Sen. Wong and Dr. No. They talked.|Mr. Peters met Sen. Wong and Dr. No.|They talked.")]
    [InlineData("initials", "J. K. Baxter wrote it. W. H. Oliver did not.|J. K. Baxter wrote it.|W. H. Oliver did not.")]
    [InlineData("decimals and money", "It cost $3.5 million. Rates rose 0.25 points.|It cost $3.5 million.|Rates rose 0.25 points.")]
    [InlineData("a number sign", "No. 5 Squadron left. No. It did not.|No. 5 Squadron left.|No.|It did not.")]
    [InlineData("months before a day", "Since Sept. 11 it has held. In Dec. The court sat.|Since Sept. 11 it has held.|In Dec.|The court sat.")]
    [InlineData("countries with dots", "The U.S. Navy called. It left the U.S. The row grew.|The U.S. Navy called.|It left the U.S.|The row grew.")]
    [InlineData("times of day", "At 5 p.m. Friday they met. They left at 9 p.m. The bar shut.|At 5 p.m. Friday they met.|They left at 9 p.m.|The bar shut.")]
    [InlineData("sections of acts", "Under s. 501 of the Act it fell. The end.|Under s. 501 of the Act it fell.|The end.")]
    [InlineData("companies", "Acme Pty. Ltd. sold it. Acme Inc. The end.|Acme Pty. Ltd. sold it.|Acme Inc.|The end.")]
    [InlineData("speech that ends with the quote", "“We object.” He sat down.|“We object.”|He sat down.")]
    [InlineData("speech that goes on", "“Must we?” he asked. 'No!' she said.|“Must we?” he asked.|'No!' she said.")]
    [InlineData("an ellipsis", "He waited … and waited... Then it came.|He waited … and waited...|Then it came.")]
    [InlineData("a lost space", "It was over.Then it was not.|It was over.|Then it was not.")]
    [InlineData("a lost space after speech", "“That is all.”Despite this they stayed.|“That is all.”|Despite this they stayed.")]
    [InlineData("addresses", "See interest.co.nz for more. Or don't.|See interest.co.nz for more.|Or don't.")]
    [InlineData("numbered points", "1. Consult. 2. Act.|1. Consult.|2. Act.")]
    [InlineData("macrons", "Ko Tāmaki tēnei. Ātaahua.|Ko Tāmaki tēnei.|Ātaahua.")]
    public void Sentences_end_where_a_reader_ends_them(string kind, string row)
    {
        var parts = row.Split('|');
        Texts(parts[0]).ShouldBe(parts[1..], kind);
    }

    [Fact]
    public void An_empty_line_ends_a_sentence_and_a_paragraph()
    {
        var sentences = Sentences.Split("A heading\n\nOne. Two.\n\nThree.");
        sentences.Select(s => s.Paragraph).ShouldBe([0, 1, 1, 2]);
    }

    [Fact]
    public void A_line_wrapped_inside_a_sentence_does_not_end_it() =>
        Texts("They flew to New\nZealand. They stayed.").ShouldBe(["They flew to New\nZealand.", "They stayed."]);

    [Fact]
    public void A_line_that_ends_with_a_stop_ends_a_paragraph() =>
        Sentences.Split("One.\nTwo.").Select(s => s.Paragraph).ShouldBe([0, 1]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public void White_space_holds_no_sentence(string text) => Sentences.Split(text).ShouldBeEmpty();

    [Theory]
    [InlineData("....")]
    [InlineData("?!?!\"\"\n\n\n...\n\n(.)")]
    [InlineData("\n.\n.\n\r\n\r\n.")]
    [InlineData("no stop at all")]
    [InlineData("  leading and trailing.  \n")]
    public void Spans_stay_in_order_inside_the_text_and_lose_no_word(string text)
    {
        var sentences = Sentences.Split(text);
        var end = 0;
        foreach (var sentence in sentences)
        {
            text[end..sentence.Start].ShouldBeNullOrWhiteSpace();
            sentence.Length.ShouldBeGreaterThan(0);
            end = sentence.End;
        }

        text[end..].ShouldBeNullOrWhiteSpace();
    }

    private static string[] Texts(string text) => [.. Sentences.Split(text).Select(s => text.Substring(s.Start, s.Length))];
}
