using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Topics;

/// <summary>What a signal hits.</summary>
public class TopicSetTests
{
    [Theory]
    [InlineData("case", "security treaty", "SECURITY TREATY", true)]
    [InlineData("plural in the text", "security treaty", "two security treaties", true)]
    [InlineData("plural in the pattern", "boxes", "a box", true)]
    [InlineData("a word that only looks plural", "anzu", "the Anzus", false)]
    [InlineData("possessive", "australia", "Australia's law", true)]
    [InlineData("curly possessive", "levi's", "Levi’s best", true)]
    [InlineData("plural possessive", "minister", "the ministers’ talks", true)]
    [InlineData("hyphen in the text", "nuclear free", "nuclear-free", true)]
    [InlineData("hyphen in the pattern", "nuclear-free", "nuclear free", true)]
    [InlineData("a hyphenated pattern, written as one", "co-operation", "their cooperation", true)]
    [InlineData("other dashes", "trans-tasman", "trans\u2011Tasman and trans–Tasman", true)]
    [InlineData("macrons", "maori", "Māori", true)]
    [InlineData("macrons in the pattern", "tāmaki", "Tamaki", true)]
    [InlineData("a macron as a combining mark", "maori", "Ma\u0304ori", true)]
    [InlineData("a soft hyphen", "deportee", "depor\u00ADtee", true)]
    [InlineData("a non-breaking space", "section 501", "section\u00A0501", true)]
    [InlineData("quotes inside a phrase", "501 policy", "the so-called “501” policy", true)]
    [InlineData("commas inside a phrase", "australia new zealand", "Australia, New Zealand", true)]
    [InlineData("an apostrophe inside a word", "obrien", "Ms O’Brien", true)]
    [InlineData("a line wrapped inside a phrase", "new zealand", "new\nZealand", true)]
    [InlineData("part of a longer word", "port", "deported", false)]
    [InlineData("a beginning", "deport*", "deportations", true)]
    [InlineData("a beginning is the whole word too", "deport*", "deport", true)]
    [InlineData("the beginning of another word", "deport*", "report", false)]
    [InlineData("a beginning inside a phrase", "501 deport*", "a 501 deportee", true)]
    [InlineData("a phrase across sentences", "new zealand", "It is new. Zealand is not.", false)]
    [InlineData("a phrase across paragraphs", "new zealand", "all new\n\nZealand", false)]
    [InlineData("a phrase after an abbreviation", "s 501", "under s. 501", true)]
    [InlineData("a phrase that begins again", "a b a c", "a b a b a c", true)]
    public void Folds(string kind, string pattern, string text, bool hit) => Hits(pattern, text).ShouldBe(hit, kind);

    [Theory]
    [InlineData("the number", "called 501", true)]
    [InlineData("the number in quotes", "the “501” rule", true)]
    [InlineData("the end of a sentence", "They call him 501.", true)]
    [InlineData("a subsection", "501(3A)", true)]
    [InlineData("a hyphenated word", "501-style", true)]
    [InlineData("money", "$501", false)]
    [InlineData("money in another currency", "£501", false)]
    [InlineData("money with a country", "NZ$501", false)]
    [InlineData("millions", "$501m", false)]
    [InlineData("millions in words", "501 million", false)]
    [InlineData("a larger number", "62,501", false)]
    [InlineData("the head of a larger number", "501,985", false)]
    [InlineData("a decimal", "501.5", false)]
    [InlineData("after a decimal point", "3.501", false)]
    [InlineData("per cent", "501%", false)]
    [InlineData("per cent in words", "501 per cent", false)]
    [InlineData("a phone number", "09 501 2345", false)]
    [InlineData("a phone number with brackets", "(09) 501-2345", false)]
    [InlineData("a freephone number", "0800 501 501", false)]
    [InlineData("an international number", "+64 9 501 234", false)]
    [InlineData("a score", "501-3", false)]
    [InlineData("a spaced score", "501 – 498", false)]
    [InlineData("a ratio", "3/501", false)]
    [InlineData("a year range", "501-1066", false)]
    [InlineData("an age", "a 501-year-old oak", false)]
    [InlineData("a unit", "501km", false)]
    [InlineData("a unit after a space", "501 km away", false)]
    [InlineData("runs", "501 runs", false)]
    [InlineData("points", "501 points", false)]
    [InlineData("an ordinal", "the 501st Legion", false)]
    [InlineData("the plural", "501s", false)]
    [InlineData("a longer number", "5012", false)]
    [InlineData("a word with a number", "s501", false)]
    public void Reads_a_number_as_a_number(string kind, string text, bool hit) => Hits("501", text).ShouldBe(hit, kind);

    [Theory]
    [InlineData("501s", "the 501s", true)]
    [InlineData("501s", "the 501's here", true)]
    [InlineData("501s", "the 501’s here", true)]
    [InlineData("501s", "number 501", false)]
    [InlineData("s501*", "s501CA(4)", true)]
    [InlineData("s501*", "s5012", false)]
    [InlineData("501st", "the 501st", true)]
    public void Reads_a_number_with_letters_as_a_word(string pattern, string text, bool hit) => Hits(pattern, text).ShouldBe(hit);

    [Theory]
    [InlineData("near: [[deport*], [australia*]], within: sentence", "Deported. Australia did it.", false)]
    [InlineData("near: [[deport*], [australia*]], within: sentence", "Australia said it deported him.", true)]
    [InlineData("near: [[deport*], [australia*]], within: 1", "deported from Australia", true)]
    [InlineData("near: [[deport*], [australia*]], within: 1", "deported back from Australia", false)]
    [InlineData("near: [[deport*], [australia*]], within: 2, ordered: true", "Australia deported him", false)]
    [InlineData("near: [[deport*], [australia*]], within: 2, ordered: true", "deported him to Australia", true)]
    [InlineData("near: [[a], [b], [c]], within: 3", "c x b x a", true)]
    [InlineData("near: [[a], [b], [c]], within: 1", "c x b x a", false)]
    [InlineData("near: [[a], [b]], within: 1", "a x x x a b", true)]
    [InlineData("near: [[new zealand*], [new zealander*]], within: sentence", "a New Zealander", false)]
    [InlineData("any: [visa], atLeast: 2", "one visa", false)]
    [InlineData("any: [visa], atLeast: 2", "a visa, and a visa", true)]
    public void Counts_and_nearness(string signal, string text, bool hit) =>
        Match(signal, new TopicDocument("", "", text)).Matched.ShouldBe(hit, signal);

    [Theory]
    [InlineData("title", true, false, false)]
    [InlineData("summary", false, true, false)]
    [InlineData("lead", false, false, true)]
    [InlineData("text", false, false, true)]
    public void Looks_only_where_it_is_told(string field, bool title, bool summary, bool text)
    {
        var signal = $"any: [treaty], in: [{field}]";
        Match(signal, new TopicDocument("treaty", "", "")).Matched.ShouldBe(title);
        Match(signal, new TopicDocument("", "treaty", "")).Matched.ShouldBe(summary);
        Match(signal, new TopicDocument("", "", "treaty")).Matched.ShouldBe(text);
    }

    [Fact]
    public void The_lead_ends_where_the_opening_ends()
    {
        var late = string.Concat(Enumerable.Repeat("word ", 200)) + "treaty";
        Match("any: [treaty], in: [lead]", new TopicDocument("", "", late)).Matched.ShouldBeFalse();
        Match("any: [treaty], in: [text]", new TopicDocument("", "", late)).Matched.ShouldBeTrue();
    }

    [Theory]
    [InlineData("article", "The 501s came. They were deported.", true)]
    [InlineData("sentence", "The 501s came. They were deported.", false)]
    [InlineData("sentence", "The 501s were deported.", true)]
    [InlineData("1", "The 501s were deported.", true)]
    [InlineData("0", "The 501s were deported.", false)]
    public void A_need_must_be_met_within_reach(string reach, string text, bool hit) => Two(
        $"{{ id: number, any: [501s], needs: [removal], reach: {reach} }}", "{ id: removal, any: [deport*], weight: 0 }", text).ShouldBe(hit);

    [Theory]
    [InlineData("article", "The 501s fit. They are Levi's.", false)]
    [InlineData("sentence", "The 501s came. He wore Levi's.", true)]
    [InlineData("0", "Levi's 501s", false)]
    [InlineData("0", "Levi's new 501s", true)]
    [InlineData("1", "Levi's new 501s", false)]
    public void A_cancelled_signal_does_not_count_within_reach(string reach, string text, bool hit) => Two(
        "{ id: number, any: [501s] }", $"{{ id: jeans, any: [levi's], cancels: [number], reach: {reach} }}", text).ShouldBe(hit);

    [Fact]
    public void A_signal_that_is_cancelled_meets_no_need()
    {
        var set = Load("""
            id: t
            signals:
              - { id: a, any: [alpha], needs: [b] }
              - { id: b, any: [beta], weight: 0 }
              - { id: c, any: [gamma], cancels: [b] }
            """);
        set.Match(new TopicDocument("", "", "alpha beta"))[0].Matched.ShouldBeTrue();
        set.Match(new TopicDocument("", "", "alpha beta gamma"))[0].Matched.ShouldBeFalse();
    }

    [Fact]
    public void The_score_adds_each_signal_once_however_often_it_fires()
    {
        var set = Load("""
            id: t
            signals:
              - { id: a, any: [alpha], weight: 0.75 }
              - { id: b, any: [beta], weight: -0.5 }
            thresholds: { match: 0.7 }
            """);
        set.Match(new TopicDocument("alpha", "", "alpha alpha beta"))[0].Score.ShouldBe(0.25);
    }

    [Fact]
    public void Evidence_names_field_offset_and_words_as_written_also_where_it_fell_short()
    {
        var set = Load("""
            id: t
            signals:
              - { id: treaty, any: [treaty], weight: 0.5 }
              - { id: pair, near: [[lange], [washington]], within: sentence, weight: 0.2 }
              - { id: place, any: [wellington], context: true }
              - { id: silent, any: [canberra], weight: 0 }
            thresholds: { match: 0.7 }
            """);
        var match = set.Match(new TopicDocument("The Treaty’s end", "", "In Wellington, Lange told Washington. Canberra heard."))[0];
        match.Matched.ShouldBeTrue();
        match.Evidence.Select(e => $"{e.Signal} {e.Field} {e.Start} {e.Length} {e.Text}").ShouldBe([
            "treaty title 4 8 Treaty’s", "place text 3 10 Wellington", "pair text 15 5 Lange", "pair text 26 10 Washington"]);

        var short_ = set.Match(new TopicDocument("", "A treaty", ""))[0];
        (short_.Matched, short_.Evidence.Count).ShouldBe((false, 1));
    }

    [Fact]
    public void Every_topic_gets_an_answer_in_the_order_of_its_files()
    {
        var set = TopicSet.Load([File("b", "beta"), File("a", "alpha")]).Set!;
        set.Match(new TopicDocument("", "", "alpha")).Select(m => (m.Topic, m.Matched)).ShouldBe([("b", false), ("a", true)]);
        set.Match(new TopicDocument("", "", "")).Select(m => (m.Topic, m.Evidence.Count)).ShouldBe([("b", 0), ("a", 0)]);
    }

    [Fact]
    public void Matches_the_same_from_many_threads()
    {
        var set = TopicSet.Load([File("a", "alpha"), File("b", "beta")]).Set!;
        var counts = new int[64];
        Parallel.For(0, counts.Length, i => counts[i] = set.Match(new TopicDocument("alpha", "", string.Concat(Enumerable.Repeat("beta. ", i + 1))))[1].Evidence.Count);
        counts.ShouldBe(Enumerable.Range(1, 64));
    }

    [Theory]
    [InlineData("one long word", 200_000, "a")]
    [InlineData("one word again and again", 100_000, "deport ")]
    [InlineData("hits without a sentence end", 100_000, "deport australia ")]
    [InlineData("apostrophes", 200_000, "'")]
    [InlineData("digits", 200_000, "501 ")]
    [InlineData("lone surrogates", 100_000, "\ud800x")]
    public void Hostile_text_is_read_to_its_end(string kind, int times, string piece)
    {
        var set = Load("""
            id: t
            signals:
              - { id: near, near: [[deport*], [australia*], [zealand]], within: sentence }
              - { id: any, any: [deport australia, "501", deport*], weight: 0.1, needs: [near] }
            """);
        set.Match(new TopicDocument("", "", string.Concat(Enumerable.Repeat(piece, times))))[0].Matched.ShouldBeFalse(kind);
    }

    private static bool Hits(string pattern, string text) =>
        Match($"any: [\"{pattern}\"]", new TopicDocument("", "", text)).Matched;

    private static TopicMatch Match(string signal, TopicDocument document) =>
        Load($"id: t\nsignals:\n  - {{ id: s, {signal} }}\n").Match(document)[0];

    private static bool Two(string first, string second, string text) =>
        Load($"id: t\nsignals:\n  - {first}\n  - {second}\n").Match(new TopicDocument("", "", text))[0].Matched;

    private static TopicSet Load(string yaml)
    {
        var load = TopicSet.Load([new TopicFile("t.yaml", yaml)]);
        load.Problems.Where(p => p.IsError).ShouldBeEmpty();
        return load.Set!;
    }

    private static TopicFile File(string id, string word) => new($"{id}.yaml", $"id: {id}\nsignals:\n  - {{ id: s, any: [{word}] }}\n");
}
