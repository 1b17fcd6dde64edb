using System.Collections.Frozen;

namespace Monitor.Core.Stories.Quotes;

/// <summary>
/// Finds who said what in an article, sentence by sentence:
/// 1. a verb of saying with a speaker before it ("the minister said"), or after it where a quotation or a clause went before
///    ("said the minister"), or "according to" a speaker;
/// 2. with words in quotation marks, or followed by a clause that reports what was said;
/// 3. never where the verb is undone ("would not say") or the subject only hears ("was told");
/// 4. a quotation that stands alone goes on with the speaker before it.
/// Grammar by rule of thumb, for English as the press writes it; linear in the text.
/// </summary>
public static class QuoteReader
{
    /// <summary>Words that a quotation standing alone must have to be more than a turn of phrase.</summary>
    private const int FewestAlone = 2;

    private static readonly FrozenSet<string>[] Verbs = [SpeechWords.Saying, SpeechWords.Quoting, SpeechWords.Finding];

    /// <summary>The quotes in the text, in order. Text beyond 200,000 characters is left out.</summary>
    public static IReadOnlyList<Quote> Read(string text) => Read(text, new Cast());

    internal static IReadOnlyList<Quote> Read(string text, Cast cast)
    {
        var quotes = new List<Quote>();
        Attribution? last = null;
        foreach (var paragraph in Sentences.Paragraphs(text))
        {
            for (var i = 0; i < paragraph.Count; i++)
            {
                var sentence = paragraph[i];
                var found = Attributions(sentence, cast);
                if (found.Count == 0 && last is not null && StandsAlone(sentence))
                {
                    found = [last];
                }

                foreach (var attribution in found)
                {
                    var end = sentence[^1].End;
                    quotes.Add(new Quote(
                        attribution.Speaker.Name,
                        attribution.Speaker.Role,
                        attribution.Verb,
                        sentence.Exists(t => t.Kind == TokenKind.Quotation),
                        text[sentence[0].Start..end],
                        sentence[0].Start));
                }

                last = found.Count > 0 ? found[^1] : null;
                MeetOthers(sentence, cast, found.Count == 0);
            }
        }

        return quotes;
    }

    private static bool StandsAlone(List<Token> sentence) =>
        sentence[0].Kind == TokenKind.Quotation
        && sentence.TrueForAll(t => t.Kind is TokenKind.Quotation or TokenKind.Mark)
        && sentence.Sum(t => t.Text.Count(c => c == ' ') + 1) >= FewestAlone;

    private static List<Attribution> Attributions(List<Token> sentence, Cast cast)
    {
        var found = new List<Attribution>();
        var quoted = sentence.Exists(t => t.Kind == TokenKind.Quotation);
        var after = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Kind != TokenKind.Word)
            {
                continue;
            }

            if (Speech(sentence, i, quoted, cast) is not { } speech || (found.Count > 0 && !ClauseBetween(sentence, after, i)))
            {
                continue;
            }

            if (speech.Speaker.IsPronoun && i > 3)
            {
                MeetSubject(sentence, cast);
            }

            var speaker = Resolve(speech.Speaker, cast);
            after = i;
            if (speaker is not null && !found.Exists(f => f.Speaker == speaker))
            {
                cast.Focus(speaker);
                found.Add(new Attribution(speaker, speech.Verb));
            }
        }

        return found;
    }

    // The speaker and verb of an attribution that hangs on this word; null where none does.
    private static (SpeakerPhrase Speaker, string Verb)? Speech(List<Token> sentence, int i, bool quoted, Cast cast)
    {
        if (IsAccordingTo(sentence, i))
        {
            return (SpeakerPhrase.BeginningAt(sentence, i + 2, cast, out _) ?? SpeakerPhrase.Source(sentence, i + 2)) is { } source ? (source, "according to") : null;
        }

        if (!IsVerb(sentence, i, quoted))
        {
            return IsLabel(sentence, i) && SpeakerPhrase.EndingAt(sentence, i, cast) is { Name: not null } named ? (named, ":") : null;
        }

        var finds = SpeechWords.Finding.Contains(sentence[i].Lower);
        return Subject(sentence, i, quoted && !finds, cast) is { } subject && (!finds || subject.CanFind) ? (subject, sentence[i].Lower) : null;
    }

    private static bool IsAccordingTo(List<Token> sentence, int i) =>
        sentence[i].Lower == "according" && i + 2 < sentence.Count && sentence[i + 1].Lower == "to";

    // "Hotel owner Anne Mahuika: “We have bread until Saturday.”"
    private static bool IsLabel(List<Token> sentence, int last) =>
        last + 2 < sentence.Count && sentence[last + 1].Text == ":" && sentence[last + 2].Kind == TokenKind.Quotation
        && sentence[..(last + 1)].TrueForAll(t => t.Kind == TokenKind.Word);

    private static bool IsVerb(List<Token> sentence, int i, bool quoted)
    {
        var verb = sentence[i].Lower;
        var announces = i + 2 < sentence.Count && sentence[i + 1].Text == ":" && sentence[i + 2].Kind == TokenKind.Quotation && verb.EndsWith("ed", StringComparison.Ordinal);
        if (announces)
        {
            return true;
        }

        if (!(SpeechWords.Saying.Contains(verb) || SpeechWords.Participles.Contains(verb) || (quoted && Verbs.Any(v => v.Contains(verb)))))
        {
            return false;
        }

        var before = Before(sentence, i);
        return before < 0 || sentence[before].Kind != TokenKind.Word
            || !(SpeechWords.Undoing.Contains(sentence[before].Lower) || SpeechWords.Passive.Contains(sentence[before].Lower));
    }

    private static bool ClauseBetween(List<Token> sentence, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (sentence[i].Kind == TokenKind.Quotation || sentence[i].Text == ";" || sentence[i].Lower is "but" or "while" or "whereas" or "although")
            {
                return true;
            }
        }

        return false;
    }

    // The token before the verb, past adverbs and "on Monday".
    private static int Before(List<Token> sentence, int verb)
    {
        var i = verb - 1;
        while (i >= 0 && sentence[i].Kind == TokenKind.Word
            && (SpeechWords.Between.Contains(sentence[i].Lower) || (sentence[i].Lower.EndsWith("ly", StringComparison.Ordinal) && !sentence[i].IsCapital)
                || (SpeechWords.Days.Contains(sentence[i].Lower) && i > 0)
                || (sentence[i].Lower == "on" && i + 1 < verb && SpeechWords.Days.Contains(sentence[i + 1].Lower))))
        {
            i--;
        }

        return i;
    }

    private static SpeakerPhrase? Subject(List<Token> sentence, int verb, bool quoted, Cast cast)
    {
        var before = Before(sentence, verb);
        if (SpeechWords.Participles.Contains(sentence[verb].Lower))
        {
            return before >= 0 && sentence[before].Kind == TokenKind.Comma && (quoted ? !AnotherVerbSpeaks(sentence, verb) : Reports(sentence, verb)) ? Leading(sentence, cast)
                : before > 1 && sentence[before].Lower == "as" && sentence[before - 1].Lower == "quoted" ? QuotedAs(sentence, before - 2, cast)
                : null;
        }

        if (before >= 0 && sentence[before].Kind == TokenKind.Word)
        {
            var phrase = sentence[before].Lower is "and" or "but" or "then" ? Leading(sentence, cast)
                : BeforeParticiple(sentence, before, cast) is { } described ? described
                : sentence[before].Lower is "who" or "which" ? SpeakerPhrase.EndingAt(sentence, before > 0 && sentence[before - 1].Kind == TokenKind.Comma ? before - 2 : before - 1, cast)
                : SpeakerPhrase.EndingAt(sentence, before, cast);
            return phrase is not null && (quoted || Reports(sentence, verb)) ? phrase : null;
        }

        if (before >= 0 && sentence[before].Kind == TokenKind.Comma && Parenthesis(sentence, before, cast) is { } aside)
        {
            return quoted || Reports(sentence, verb) ? aside : null;
        }

        // Inverted, after what was said, or before it: "said Ana Tuhoro:".
        var inverted = SpeakerPhrase.BeginningAt(sentence, verb + 1, cast, out var last);
        var announces = before < 0 && last + 1 < sentence.Count && sentence[last + 1].Text == ":";
        var follows = before >= (quoted ? 0 : 2) && sentence[before].Kind is TokenKind.Quotation or TokenKind.Comma or TokenKind.Mark;
        return inverted is not null && (announces || follows) ? WithAside(inverted, sentence, last + 1, cast) : null;
    }

    // "Writing for the majority, she held it “artificial”": what is quoted belongs to the later verb.
    private static bool AnotherVerbSpeaks(List<Token> sentence, int participle)
    {
        for (var i = participle + 1; i + 1 < sentence.Count && sentence[i].Kind != TokenKind.Quotation; i++)
        {
            if (sentence[i].Kind == TokenKind.Comma && Verbs.Any(v => v.Contains(sentence[i + 1].Lower)))
            {
                return true;
            }
        }

        return false;
    }

    // "Ana Tuhoro has been quoted as saying".
    private static SpeakerPhrase? QuotedAs(List<Token> sentence, int last, Cast cast)
    {
        while (last > 0 && (SpeechWords.Passive.Contains(sentence[last].Lower) || SpeechWords.Between.Contains(sentence[last].Lower)))
        {
            last--;
        }

        return SpeakerPhrase.EndingAt(sentence, last, cast);
    }

    // "An open letter signed by 900 principals said": the subject stands before the participle.
    private static SpeakerPhrase? BeforeParticiple(List<Token> sentence, int before, Cast cast)
    {
        if (SpeakerPhrase.BeginningAt(sentence, 0, cast, out var last) is not { IsPronoun: false } phrase || last + 2 > before)
        {
            return null;
        }

        var word = sentence[last + 1].Lower;
        var participle = SpeechWords.Done.Contains(word) || (word.EndsWith("ed", StringComparison.Ordinal) && !SpeechWords.Saying.Contains(word));
        return participle && sentence[last + 2].Lower is "by" or "in" or "to" or "from" or "on" or "for" or "at" or "with"
            && Enumerable.Range(last + 1, before - last).All(i => sentence[i].Kind == TokenKind.Word && sentence[i].Lower is not ("and" or "but" or "who" or "that"))
            ? phrase : null;
    }

    // "Ana Tuhoro, the mayor of Tasman, said" and "the mayor, Ana Tuhoro, said".
    private static SpeakerPhrase? Parenthesis(List<Token> sentence, int comma, Cast cast)
    {
        var open = comma - 1;
        while (open >= 0 && sentence[open].Kind == TokenKind.Word)
        {
            open--;
        }

        return open < 1 || sentence[open].Kind != TokenKind.Comma || open == comma - 1 ? null
            : SpeakerPhrase.EndingAt(sentence, open - 1, cast) is { } outer ? outer.With(sentence, open + 1, comma - 1, cast)
            : SpeakerPhrase.EndingAt(sentence, comma - 1, cast, atLeast: open + 1) is { Name: not null } inner ? inner
            : null;
    }

    // The phrase with what follows it between commas: "Ana Tuhoro, the mayor of Tasman".
    private static SpeakerPhrase WithAside(SpeakerPhrase phrase, List<Token> sentence, int comma, Cast cast)
    {
        if (comma + 1 >= sentence.Count || sentence[comma].Kind != TokenKind.Comma)
        {
            return phrase;
        }

        var end = comma + 1;
        while (end < sentence.Count && sentence[end].Kind == TokenKind.Word)
        {
            end++;
        }

        return end == comma + 1 ? phrase : phrase.With(sentence, comma + 1, end - 1, cast);
    }

    // The subject that the sentence opens with, past "On Monday," and the like.
    private static SpeakerPhrase? Leading(List<Token> sentence, Cast cast)
    {
        for (var i = 0; i < sentence.Count && i < 12; i++)
        {
            if ((i == 0 || sentence[i - 1].Kind == TokenKind.Comma) && SpeakerPhrase.BeginningAt(sentence, i, cast, out var last) is { } phrase)
            {
                return WithAside(phrase, sentence, last + 1, cast);
            }
        }

        return null;
    }

    // Without quotation marks, the verb must be followed by a clause, or end a sentence whose clause went before.
    private static bool Reports(List<Token> sentence, int verb)
    {
        var rest = sentence.Count - verb - 1;
        var word = sentence[verb].Lower;
        var follows = verb >= 4 && SpeechWords.Clausal.Contains(word) && sentence.Take(verb).Any(t => t.Kind == TokenKind.Comma);
        if (rest <= 1 || sentence[verb + 1].Kind != TokenKind.Word)
        {
            return follows;
        }

        if (rest < 4)
        {
            return follows && SpeechWords.Circumstances.Contains(sentence[verb + 1].Lower);
        }

        if (word is "told" or "tells" && Enumerable.Range(verb + 1, Math.Min(4, rest)).Any(i => sentence[i].Lower == "to"))
        {
            return false;
        }

        if (word is "said" or "says" or "say" or "told" or "tells")
        {
            return true;
        }

        var that = Enumerable.Range(verb + 1, Math.Min(3, rest)).Any(i => sentence[i].Lower == "that");
        return that || (SpeechWords.Clausal.Contains(word)
            && (SpeechWords.ClauseOpeners.Contains(sentence[verb + 1].Lower)
                || Enumerable.Range(verb + 1, Math.Min(9, rest)).Any(i => SpeechWords.Finite.Contains(sentence[i].Lower))));
    }

    private static Person? Resolve(SpeakerPhrase phrase, Cast cast)
    {
        if (phrase.IsPronoun)
        {
            return cast.ByPronoun(phrase.Words);
        }

        if (phrase.Name is not null)
        {
            return cast.Meet(phrase.Name, phrase.Role, phrase.Gender);
        }

        if (phrase.Role is not null && phrase.IsDefinite && cast.ByRole(phrase.Role.ToLowerInvariant().Split(' ')) is { } known)
        {
            return known;
        }

        return cast.Meet(phrase.Words, phrase.Role, phrase.Gender);
    }

    // People whom the sentence names without quoting them: a later "Vea said" must find them.
    private static void MeetOthers(List<Token> sentence, Cast cast, bool focus)
    {
        if (focus)
        {
            MeetSubject(sentence, cast);
        }

        for (var i = 1; i < sentence.Count; i++)
        {
            var ends = sentence[i].IsCapital && sentence[i - 1].IsCapital && (i + 1 >= sentence.Count || !sentence[i + 1].IsCapital);
            if (ends && SpeakerPhrase.EndingAt(sentence, i, cast) is { Name: not null } other)
            {
                cast.Meet(other.Name, other.Role, other.Gender);
            }
        }
    }

    private static void MeetSubject(List<Token> sentence, Cast cast)
    {
        if (Leading(sentence, cast) is { IsPronoun: false } phrase && (phrase.Name is not null || phrase.Gender == Gender.Body))
        {
            cast.Focus(cast.Meet(phrase.Name ?? phrase.Words, phrase.Role, phrase.Gender));
        }
    }

    private sealed record Attribution(Person Speaker, string Verb);
}
