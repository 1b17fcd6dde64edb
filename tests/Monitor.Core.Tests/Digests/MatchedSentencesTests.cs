using Monitor.Core.Digests;
using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Digests;

public class MatchedSentencesTests
{
    private static readonly TopicSet Set = TopicSet.Load([new TopicFile("ferries.yaml", """
        id: ferries
        signals:
          - { id: ferry, any: [ferry, ferries], weight: 1 }
          - { id: crossing, near: [[ferry], [cook strait]], within: sentence, weight: 2 }
          - { id: sea, any: [sea, waves], context: true }
        """)]).Set!;

    [Fact]
    public void Takes_the_sentence_whose_signals_weigh_most()
    {
        var quote = Choose("", "The ferry is old. The ferry that crosses Cook Strait broke down. Nobody was hurt.");
        quote.Sentence.ShouldBe("The ferry that crosses Cook Strait broke down.");
        quote.Before.ShouldBe("The ferry is old.");
        quote.After.ShouldBe("Nobody was hurt.");
        Marked(quote).ShouldBe(["ferry", "Cook Strait"]);
    }

    [Fact]
    public void Of_equals_takes_the_first() =>
        Choose("", "One ferry left. Another ferry came.").Sentence.ShouldBe("One ferry left.");

    [Fact]
    public void Prefers_the_text_to_a_headline_that_says_as_much() =>
        Choose("Cook Strait ferry breaks down", "The ferry stopped at noon.").Sentence.ShouldBe("The ferry stopped at noon.");

    [Fact]
    public void Quotes_the_headline_where_there_is_nothing_else()
    {
        var quote = Choose("Cook Strait ferry breaks down", "");
        (quote.Field, quote.Sentence, quote.Before, quote.After).ShouldBe(("title", "Cook Strait ferry breaks down", "", ""));
    }

    [Fact]
    public void A_headline_with_a_signal_comes_before_a_text_that_has_only_context() =>
        Choose("Ferry breaks down", "The waves were high.").Sentence.ShouldBe("Ferry breaks down");

    [Fact]
    public void Quotes_the_teaser_of_an_article_without_text()
    {
        var document = new TopicDocument("Delays", "Waves kept the ferry in port. More at six.", "");
        var quote = MatchedSentences.Choose(document, Set.Match(document)[0]);
        (quote.Field, quote.Sentence).ShouldBe(("summary", "Waves kept the ferry in port."));
    }

    [Fact]
    public void Neighbours_stop_at_a_paragraph()
    {
        var quote = Choose("", "Before.\n\nThe ferry sank.\n\nAfter.");
        (quote.Before, quote.After).ShouldBe(("", ""));
    }

    [Fact]
    public void Marks_the_signals_and_leaves_context_unmarked() =>
        Marked(Choose("", "The waves rocked the ferry.")).ShouldBe(["ferry"]);

    [Fact]
    public void A_very_long_sentence_is_cut_around_its_mark()
    {
        var quote = Choose("", string.Concat(Enumerable.Repeat("and so on ", 200)) + "the ferry " + string.Concat(Enumerable.Repeat("went by ", 200)));
        quote.Sentence.Length.ShouldBeLessThan(MatchedSentences.MaxLength + 10);
        quote.Sentence.ShouldStartWith("… ");
        quote.Sentence.ShouldEndWith(" …");
        Marked(quote).ShouldBe(["ferry"]);
    }

    [Fact]
    public void A_document_without_evidence_is_quoted_from_its_beginning()
    {
        var quote = Choose("Trains", "Trains ran on time. Buses did not.");
        (quote.Sentence, quote.Marks.Count).ShouldBe(("Trains ran on time.", 0));
    }

    [Fact]
    public void An_empty_document_gives_an_empty_quote() => Choose("", "").Sentence.ShouldBe("");

    private static MatchedSentence Choose(string title, string text)
    {
        var document = new TopicDocument(title, "", text);
        return MatchedSentences.Choose(document, Set.Match(document)[0]);
    }

    private static string[] Marked(MatchedSentence quote) => [.. quote.Marks.Select(m => quote.Sentence.Substring(m.Start, m.Length))];
}
