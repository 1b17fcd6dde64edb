using Monitor.Core.Topics;

namespace Monitor.Core.Tests.Topics;

/// <summary>What a topic file is refused for, and where it says so.</summary>
public class TopicFileTests
{
    private const string Good = """
        id: treaty
        name: The treaty
        description: About the treaty.
        references: [https://example.org/treaty]
        signals:
          - id: by-name
            any: [treaty]
            weight: 1.5
          - id: business
            any: [treaty cafe]
            cancels: [by-name]
            reach: 0
        thresholds: { match: 1, central: 2 }
        prominence: { title: 1, spread: 2 }
        samples:
          must:
            - The treaty was signed.
            - title: The treaty
              central: true
          mustNot:
            - Coffee at the Treaty Cafe.
        """;

    [Fact]
    public void A_good_file_loads_without_a_problem()
    {
        var load = TopicSet.Load([new TopicFile("good.yaml", Good)]);
        load.Problems.ShouldBeEmpty();
        var topic = load.Set!.Topics.ShouldHaveSingleItem();
        (topic.Id, topic.Name, topic.MatchThreshold, topic.CentralThreshold).ShouldBe(("treaty", "The treaty", 1, 2));
        topic.Signals[1].Line.ShouldBe(9);
    }

    [Theory]
    [InlineData("not YAML", "signals:", "signals: [", 0, "this is not YAML")]
    [InlineData("a field that a topic does not have", "name:", "nmae:", 2, "a topic has no field \"nmae\"")]
    [InlineData("a field that a signal does not have", "    weight: 1.5", "    wieght: 1.5", 8, "a signal has no field \"wieght\"")]
    [InlineData("a field that a sample does not have", "      central: true", "      centre: true", 19, "a sample has no field \"centre\"")]
    [InlineData("a threshold that there is not", "central: 2 }", "centre: 2 }", 13, "no field \"centre\"")]
    [InlineData("prominence that there is not", "title: 1, spread", "headline: 1, spread", 14, "no field \"headline\"")]
    [InlineData("no id", "id: treaty\n", "\n", 2, "the topic has no \"id\"")]
    [InlineData("an id with a space", "id: by-name", "id: by name", 6, "cannot be an id")]
    [InlineData("a signal id that is there twice", "id: business", "id: by-name", 9, "is there twice")]
    [InlineData("a phrase without a word", "any: [treaty]", "any: ['...']", 6, "can never fire: \"...\" holds no word")]
    [InlineData("a phrase that is money", "any: [treaty]", "any: [$501]", 6, "can never fire")]
    [InlineData("a star after two letters", "any: [treaty]", "any: ['tr*']", 6, "fewer than three letters")]
    [InlineData("a star inside a word", "any: [treaty]", "any: ['*treaty']", 6, "star that does not follow a word")]
    [InlineData("an empty list of phrases", "any: [treaty]", "any: []", 7, "there must be a list here")]
    [InlineData("neither any nor near", "    any: [treaty]\n", "", 6, "either \"any\" (phrases) or \"near\"")]
    [InlineData("near without within", "any: [treaty]", "near: [[treaty], [pact]]", 7, "say how near")]
    [InlineData("near with one list", "any: [treaty]", "near: [[treaty]]", 7, "two to six lists")]
    [InlineData("within without near", "    weight: 1.5", "    within: 3", 8, "\"within\" goes with \"near\"")]
    [InlineData("within something else", "any: [treaty]", "near: [[treaty], [pact]]\n    within: page", 8, "\"sentence\" or a number of words")]
    [InlineData("reach without need", "    weight: 1.5", "    reach: 3", 8, "\"reach\" goes with \"needs\" or \"cancels\"")]
    [InlineData("a weight that is no number", "weight: 1.5", "weight: heavy", 8, "a number from -100 to 100")]
    [InlineData("a weight that is endless", "weight: 1.5", "weight: 1e999", 8, "a number from -100 to 100")]
    [InlineData("a field of the article that there is not", "weight: 1.5", "in: [headline]", 8, "there is no field \"headline\" in an article")]
    [InlineData("atLeast nothing", "weight: 1.5", "atLeast: 0", 8, "a whole number from 1")]
    [InlineData("context with weight", "weight: 1.5", "weight: 1.5\n    context: true", 8, "is context and adds nothing")]
    [InlineData("a canceller with weight", "    reach: 0", "    weight: 1", 12, "cancels others and adds nothing")]
    [InlineData("a signal cancelled that there is not", "cancels: [by-name]", "cancels: [by-nmae]", 9, "names a signal \"by-nmae\"")]
    [InlineData("a signal needed that there is not", "    weight: 1.5", "    needs: [pact]", 6, "names a signal \"pact\"")]
    [InlineData("needs that go round", "    reach: 0", "    needs: [third]\n  - { id: third, any: [tea], needs: [by-name] }", 6, "leads back to it")]
    [InlineData("a need that cancels what needs it", "    reach: 0\n", "  - { id: third, any: [tea], needs: [fourth] }\n  - { id: fourth, any: [milk], cancels: [third] }\n", 12, "whatever it needs cancels it")]
    [InlineData("a need that is cancelled", "    reach: 0", "    needs: [by-name]", 9, "can never fire: it needs \"by-name\" and cancels it")]
    [InlineData("nothing above zero", "    weight: 1.5", "    weight: 0", 6, "nothing can ever match")]
    [InlineData("a threshold out of reach", "match: 1,", "match: 9,", 6, "stay below the match threshold")]
    [InlineData("a must sample that fails", "The treaty was signed.", "The pact was signed.", 17, "must match and does not (score 0 of 1: no signal fires)")]
    [InlineData("a mustNot sample that matches", "Coffee at the Treaty Cafe.", "Coffee and the treaty.", 21, "must not match and does (score 1.5 of 1: by-name +1.5)")]
    [InlineData("a sample of the wrong level", "central: true", "central: false", 18, "must not be a main subject")]
    [InlineData("an alias", "name: The treaty", "name: &n The treaty", 2, "anchors (&name) are not used")]
    [InlineData("a tag", "name: The treaty", "name: !!str The treaty", 2, "tags (!name) are not used")]
    [InlineData("a second document", "samples:", "---\nsamples:", 16, "write one topic a file")]
    public void A_bad_file_is_refused_with_its_line_and_reason(string kind, string of, string becomes, int line, string reason)
    {
        Good.ShouldContain(of, Case.Sensitive, kind);
        var load = TopicSet.Load([new TopicFile("bad.yaml", Good.Replace(of, becomes, StringComparison.Ordinal))]);
        load.Set.ShouldBeNull(kind);
        var errors = load.Problems.Where(p => p.IsError).ToList();
        errors.ShouldContain(p => p.Message.Contains(reason) && (line == 0 || p.Line == line) && p.File == "bad.yaml", string.Join("\n", errors));
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("a list", "- id: treaty")]
    [InlineData("a word", "treaty")]
    [InlineData("a tab", "id:\ttreaty\n\tname: x")]
    [InlineData("a NUL", "id: \0")]
    [InlineData("a doubled key", "id: a\nid: b\n")]
    public void What_is_no_topic_is_refused(string kind, string text) =>
        TopicSet.Load([new TopicFile("bad.yaml", text)]).Problems.ShouldContain(p => p.IsError, kind);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_refused_and_does_no_harm(char opener) =>
        TopicSet.Load([new TopicFile("deep.yaml", "id: " + new string(opener, 100_000))]).Set.ShouldBeNull();

    [Fact]
    public void An_overlong_file_is_refused() =>
        TopicSet.Load([new TopicFile("long.yaml", Good + new string(' ', TopicFile.MaxLength))]).Problems.Single().Message.ShouldContain("longer than");

    [Fact]
    public void An_id_that_another_file_has_is_refused()
    {
        var load = TopicSet.Load([new TopicFile("a.yaml", Good), new TopicFile("b.yaml", Good)]);
        load.Set.ShouldBeNull();
        load.Problems.Single().ToString().ShouldBe("b.yaml:1: a.yaml has a topic with the id \"treaty\" already");
    }

    [Fact]
    public void A_signal_that_fires_on_no_sample_is_a_warning()
    {
        var load = TopicSet.Load([new TopicFile("warn.yaml", Good.Replace("  - id: business", "  - id: spare\n    any: [pact]\n  - id: business"))]);
        load.Set.ShouldNotBeNull();
        var problem = load.Problems.ShouldHaveSingleItem();
        (problem.IsError, problem.Line).ShouldBe((false, 9));
        problem.Message.ShouldContain("\"spare\" fires on no sample");
    }

    [Fact]
    public void Every_problem_of_every_file_is_told_at_once() =>
        TopicSet.Load([new TopicFile("a.yaml", "id: A\nsignal: 1"), new TopicFile("b.yaml", "[")]).Problems
            .Select(p => p.File).Distinct().ShouldBe(["a.yaml", "b.yaml"]);

    [Fact]
    public void The_hash_is_of_what_the_rules_say()
    {
        var other = new TopicFile("other.yaml", Good.Replace("id: treaty", "id: other"));
        var hash = TopicSet.Load([new TopicFile("good.yaml", Good), other]).Set!.Hash;
        hash.Length.ShouldBe(64);
        TopicSet.Load([other, new TopicFile("good.yaml", "# a note\n" + Good.ReplaceLineEndings("\r\n") + "\r\n\r\n")]).Set!.Hash.ShouldBe(hash);
        TopicSet.Load([new TopicFile("good.yaml", Good.Replace("1.5", "1.6")), other]).Set!.Hash.ShouldNotBe(hash);
    }
}
