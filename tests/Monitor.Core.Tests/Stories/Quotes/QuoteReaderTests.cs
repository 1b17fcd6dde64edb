using Monitor.Core.Stories.Quotes;

namespace Monitor.Core.Tests.Stories.Quotes;

public class QuoteReaderTests(ITestOutputHelper output)
{
    public static TheoryData<string, int> Collections => new() { { nameof(LabelledQuotes), 210 }, { nameof(LabelledRegionalQuotes), 93 } };

    [Theory]
    [MemberData(nameof(Collections))]
    public void Labelled_quotes_are_found_with_their_speaker_and_verb_and_little_else_is(string collection, int labelled)
    {
        var (expected, found, right, rightRoles) = (0, 0, 0, 0);
        foreach (var article in collection == nameof(LabelledQuotes) ? LabelledQuotes.Articles : LabelledRegionalQuotes.Articles)
        {
            var parts = article.Split("---");
            var labels = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains('|', StringComparison.Ordinal))
                .Select(l => l.Split(" | ")).Select(l => (Speaker: l[0].Trim(), Role: l[1].Trim(), Verb: l[2].Trim(), Begins: l[3].Trim())).ToList();
            var quotes = QuoteReader.Read(parts[0]).ToList();
            (expected, found) = (expected + labels.Count, found + quotes.Count);
            foreach (var label in labels)
            {
                var quote = quotes.Find(q => q.Speaker == label.Speaker && q.Verb == label.Verb && q.Sentence.StartsWith(label.Begins, StringComparison.Ordinal));
                if (quote is null)
                {
                    output.WriteLine($"missed: {label}");
                    continue;
                }

                quotes.Remove(quote);
                right++;
                rightRoles += (quote.Role ?? "-") == label.Role ? 1 : 0;
                if ((quote.Role ?? "-") != label.Role)
                {
                    output.WriteLine($"role: {label} read as {quote.Role}");
                }
            }

            quotes.ForEach(q => output.WriteLine($"wrong: {q}"));
        }

        var (precision, recall) = ((double)right / found, (double)right / expected);
        output.WriteLine($"{expected} quotes, precision {precision:F3}, recall {recall:F3}, roles {(double)rightRoles / right:F3}");
        expected.ShouldBe(labelled);
        precision.ShouldBeGreaterThanOrEqualTo(0.95);
        recall.ShouldBeGreaterThanOrEqualTo(0.85);
        ((double)rightRoles / right).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Theory]
    [InlineData("The minister would not say when she would leave.")]
    [InlineData("Residents were told to leave their homes on Sunday.")]
    [InlineData("The dam is said to be the oldest in the country.")]
    [InlineData("He declined to say whether he had seen the letter.")]
    [InlineData("She said goodbye.")]
    [InlineData("The so-called \"arson house\" next door burned down.")]
    [InlineData("Police told drivers to stay at home until noon.")]
    [InlineData("Everything went according to plan.")]
    [InlineData("No one said a word about the price of the bridge.")]
    [InlineData("Searchers found a note with the word \"sorry\" on it.")]
    [InlineData("The court held its \"open day\" on Friday.")]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("said said said, said \"said\" said")]
    public void Where_nobody_says_anything_nothing_is_found(string text) => QuoteReader.Read(text).ShouldBeEmpty();

    [Fact]
    public void The_sentence_is_given_with_its_place_in_the_text()
    {
        const string text = "Rain fell.\n\nForecaster Heather Keats said: \"It will not stop. Bring a boat.\" Then she left.";

        var quote = QuoteReader.Read(text).ShouldHaveSingleItem();

        quote.ShouldBe(new Quote("Heather Keats", "Forecaster", "said", true, "Forecaster Heather Keats said: \"It will not stop. Bring a boat.\"", 12));
        text[quote.Start..].ShouldStartWith(quote.Sentence);
    }

    [Fact]
    public void He_and_she_follow_who_is_speaking()
    {
        const string text = "Mayor Ana Tuhoro met Colin Bates. He said the dam was old. She said it was safe. \"Old is not safe,\" he said.";

        QuoteReader.Read(text).Select(q => q.Speaker).ShouldBe(["Colin Bates", "Ana Tuhoro", "Colin Bates"]);
    }

    [Theory]
    [InlineData("'a ", 60_000)]
    [InlineData("\"a ", 60_000)]
    [InlineData("said ", 40_000)]
    [InlineData("Ana Tuhoro said ", 12_000)]
    [InlineData("the mayor of ", 15_000)]
    [InlineData(", ", 100_000)]
    [InlineData("Ab Cd, ", 30_000)]
    public void Hostile_repetition_is_read_to_the_end(string piece, int times) =>
        Should.NotThrow(() => QuoteReader.Read(string.Concat(Enumerable.Repeat(piece, times))));
}
