using Monitor.Core.Stories;
using Monitor.Core.Stories.Quotes;
using Sentences = Monitor.Core.Text.Sentences;

namespace Monitor.Core.Language;

/// <summary>
/// Finds names in English prose by their capitals and by the words around them. In this order, the first that holds decides:
/// an office opens the run; the run is a known place or body; a word in it belongs to bodies, or ends places; what is left is a
/// person where something says so (an office or honorific before it, a given name, somebody who says something). Linear.
/// </summary>
internal sealed class NameReader
{
    private const int LongestName = 8;
    private const int LongestPerson = 4;
    private const int LongestOffice = 7;

    private static readonly string[] Joints = ["of", "for", "and", "the", "on"];

    private readonly List<NamedEntity> mentions = [];

    /// <summary>Every mention by itself, in order.</summary>
    public static IReadOnlyList<NamedEntity> Read(string text)
    {
        var reader = new NameReader();
        foreach (var sentence in Sentences.Split(text))
        {
            reader.Read(NameWord.Of(text.AsSpan(sentence.Start, sentence.Length)));
        }

        return reader.mentions;
    }

    private void Read(List<NameWord> words)
    {
        for (var at = 0; at < words.Count;)
        {
            // A sentence that begins with an office begins with a capital: "Immigration minister Tom Karavas".
            var end = at == 0 || !words[at].IsCapital ? OfficeInLowerCase(words, at) : at;
            if (end == at && words[at].IsCapital)
            {
                end = EndOfRun(words, at);
                Classify(words, at, end);
            }

            at = Math.Max(end, at + 1);
        }
    }

    // Capitals with nothing but spaces between, and "Ministry of Justice": a joint goes on where a capital follows.
    private static int EndOfRun(List<NameWord> words, int at)
    {
        var end = at + 1;
        while (end < words.Count && end - at < LongestName && !words[end - 1].Owns && words[end].Joins)
        {
            if (words[end].IsCapital)
            {
                end++;
                continue;
            }

            var last = end;
            while (last < words.Count && last - end < 2 && words[last].Joins && Joints.Contains(words[last].Text))
            {
                last++;
            }

            var particle = SpeechWords.Particles.Contains(words[end].Text);
            last = particle ? end + 1 : last;
            if (last == end || last >= words.Count || !words[last].IsCapital || !words[last].Joins
                || !(particle || GoesOn(words, at, end, last)))
            {
                break;
            }

            end = last + 1;
        }

        return end;
    }

    // "Department of Corrections", "Minister for Foreign Affairs", "Bay of Plenty"; but not "Stanford and Burke".
    private static bool GoesOn(List<NameWord> words, int first, int joint, int next)
    {
        var before = words[joint - 1].Lower;
        return words[joint].Text switch
        {
            "of" or "for" => NameWords.BodyHeads.Contains(before) || NameWords.OfficeHeads.Contains(before)
                || NameWords.Places.Contains($"{before} of {words[next].Lower}") || before is "house" or "reserve",
            "on" => before is "commission" or "committee" or "council" && !SpeechWords.Days.Contains(words[next].Lower),
            "and" => next == joint + 1 && !IsPersonal(words, next)
                && Enumerable.Range(first, joint - first).Any(i => words[i].Text is "of" or "for"),
            _ => false,
        };
    }

    private static bool IsPersonal(List<NameWord> words, int at) =>
        SpeechWords.Male.Contains(words[at].Lower) || SpeechWords.Female.Contains(words[at].Lower) || SpeechWords.Honorifics.Contains(words[at].Lower);

    // "immigration minister Erica Stanford": the office is told here, and what comes after it is read as a name of its own.
    private int OfficeInLowerCase(List<NameWord> words, int at)
    {
        var (end, head) = (at, -1);
        while (end < words.Count && end - at < LongestOffice && (end == at || (words[end].Joins && !words[end].IsCapital && !words[end - 1].Owns)))
        {
            var lower = words[end].Lower;
            head = NameWords.OfficeHeads.Contains(lower) ? end : head;
            if (head != end && !NameWords.OfficeModifiers.Contains(lower))
            {
                break;
            }

            end++;
        }

        if (head < 0)
        {
            return at;
        }

        if (Holds(words, head) is { } tail && tail > head + 1)
        {
            mentions.Add(new NamedEntity(Join(words, at, tail), EntityKind.Office, 1, 0.8));
        }
        else if (head > at || NameWords.Offices.Contains(words[head].Lower))
        {
            mentions.Add(new NamedEntity(Join(words, at, head + 1), EntityKind.Office, 1, 0.8));
        }

        return head + 1;
    }

    /// <summary>Where "of" or "for" and what they name end, after a head: "minister for foreign affairs", "mayor of Porirua".</summary>
    private static int Holds(List<NameWord> words, int head)
    {
        if (head + 2 >= words.Count || words[head + 1].Text is not ("of" or "for") || !words[head + 1].Joins || words[head].Owns)
        {
            return head + 1;
        }

        for (var end = Math.Min(words.Count, head + 5); end > head + 2; end--)
        {
            if (NameWords.Places.Contains(Lower(words, head + 2, end)))
            {
                return end;
            }
        }

        var tail = head + 2;
        while (tail < words.Count && tail - head < LongestOffice && words[tail].Joins
            && (NameWords.OfficeModifiers.Contains(words[tail].Lower)
                || (words[tail].Text == "and" && tail > head + 2 && tail + 1 < words.Count && NameWords.OfficeModifiers.Contains(words[tail + 1].Lower))))
        {
            tail++;
        }

        return tail > head + 2 ? tail : head + 1;
    }

    private void Classify(List<NameWord> words, int first, int end)
    {
        var start = first;
        while (first < end && Opens(words, first, end, start))
        {
            first++;
        }

        while (end > first && !words[end - 1].IsCapital)
        {
            end--;
        }

        if (first >= end)
        {
            return;
        }

        var office = OfficeEnd(words, first, end);
        if (office > first)
        {
            var alone = office - first == 1;
            if (!alone || NameWords.Offices.Contains(words[first].Lower))
            {
                mentions.Add(new NamedEntity(Join(words, first, office), EntityKind.Office, 1, 0.9));
            }

            if (office < end)
            {
                Name(words, office, end, introduced: true);
            }

            return;
        }

        var named = first;
        while (named < end && (SpeechWords.Honorifics.Contains(words[named].Lower) || (SpeechWords.Roles.Contains(words[named].Lower) && named + 2 < end)))
        {
            named++;
        }

        if (named < end)
        {
            Name(words, named, end, named > first || IsIntroduced(words, named));
        }
    }

    // What only opens a sentence: "The", "But", "On Monday".
    private static bool Opens(List<NameWord> words, int at, int end, int start)
    {
        var lower = words[at].Lower;
        if (SpeechWords.Days.Contains(lower))
        {
            return true;
        }

        return at == start && CommonWords.IsGrammar(lower) && words[at].Text.Length > 0 && !words[at].IsShout && !NameWords.Places.Contains(Lower(words, at, end));
    }

    /// <summary>Where the office ends that the run begins with: after its last head, with "of" and "for" and what they name.</summary>
    private static int OfficeEnd(List<NameWord> words, int first, int end)
    {
        for (var at = end - 1; at >= first; at--)
        {
            if (NameWords.OfficeHeads.Contains(words[at].Lower))
            {
                return Math.Min(Holds(words, at), end);
            }
        }

        return first;
    }

    private void Name(List<NameWord> words, int first, int end, bool introduced)
    {
        var name = Join(words, first, end);
        var lower = name.ToLowerInvariant();
        if (NameWords.Places.Contains(lower) && !(lower is "us" or "who" or "it" or "wa" && !words[first].IsShout))
        {
            mentions.Add(new NamedEntity(name, EntityKind.Place, 1, 0.95));
        }
        else if (NameWords.Bodies.Contains(lower) && (end - first > 1 || lower is not ("act" or "spark" or "stuff" or "apple" or "meta") || words[first].IsShout))
        {
            mentions.Add(new NamedEntity(name, EntityKind.Organisation, 1, 0.9));
        }
        else if (NameWords.NotNames.Contains(words[end - 1].Lower) && end - first <= 6)
        {
            // "Migration Act", "Anzac Day": a name, and nobody's. A country before it is a place all the same.
            Leading(words, first, end);
        }
        else if (Enumerable.Range(first, end - first).Any(at => IsBodyHead(words, at, first, end)))
        {
            if (end - first > 1 || words[first].IsShout || NameWords.BodiesAlone.Contains(lower))
            {
                mentions.Add(new NamedEntity(name, EntityKind.Organisation, 1, 0.85));
            }
        }
        else if (end - first > 1 && NameWords.PlaceEnds.Contains(words[end - 1].Lower))
        {
            mentions.Add(new NamedEntity(name, EntityKind.Place, 1, 0.8));
        }
        else if (end - first > 1 && words[first].Lower is "mount" or "lake" or "port" or "cape" or "fort")
        {
            mentions.Add(new NamedEntity(name, EntityKind.Place, 1, 0.75));
        }
        else if (end - first <= LongestPerson && IsPerson(words, first, end, introduced) is > 0 and var confidence)
        {
            mentions.Add(new NamedEntity(name, EntityKind.Person, 1, confidence));
        }
        else
        {
            Leading(words, first, end);
        }
    }

    // "Sydney Harbour's ...", "Auckland University student": the longest start of the run that is a place.
    private void Leading(List<NameWord> words, int first, int end)
    {
        for (var last = Math.Min(end, first + 3); last > first; last--)
        {
            if (NameWords.Places.Contains(Lower(words, first, last)) && (last - first > 1 || words[first].Text.Length > 3))
            {
                mentions.Add(new NamedEntity(Join(words, first, last), EntityKind.Place, 1, 0.7));
                return;
            }
        }
    }

    private static bool IsBodyHead(List<NameWord> words, int at, int first, int end) =>
        NameWords.BodyHeads.Contains(words[at].Lower) && words[at].IsCapital
        && (at == end - 1 || at == first || words[at].IsShout || (at + 1 < end && words[at + 1].Text is "of" or "for" or "on"));

    private static double IsPerson(List<NameWord> words, int first, int end, bool introduced)
    {
        for (var at = first; at < end; at++)
        {
            var lower = words[at].Lower;
            if (NameWords.NotNames.Contains(lower) || SpeechWords.NotPersons.Contains(lower) || words[at].IsShout || char.IsDigit(words[at].Text[0]))
            {
                return 0;
            }
        }

        if (end - first == 1)
        {
            return introduced && words[first].Text.Length > 2 ? 0.7 : 0;
        }

        var given = words[first].Lower;
        if (introduced || SpeechWords.Male.Contains(given) || SpeechWords.Female.Contains(given))
        {
            return 0.9;
        }

        return Speaks(words, first, end) ? 0.8 : HasCommonWord(words, first, end) || NameWords.Places.Contains(given) ? 0 : 0.55;
    }

    // "Pare Walker said", "said Pare Walker", "Pare Walker, who", "Pare Walker, 34".
    private static bool Speaks(List<NameWord> words, int first, int end) =>
        (end < words.Count && (SpeechWords.Saying.Contains(words[end].Lower) || words[end].Text == "who" || (words[end].Text.Length == 2 && words[end].Text.All(char.IsAsciiDigit) && !words[end].Joins)))
        || (first > 0 && SpeechWords.Saying.Contains(words[first - 1].Lower));

    private static bool HasCommonWord(List<NameWord> words, int first, int end) =>
        Enumerable.Range(first, end - first).Any(at => CommonWords.IsGrammar(words[at].Lower) || CommonWords.Share(WordStem.Hash(words[at].Lower)) > CommonWords.Unlisted);

    // An office or a trade in lower case just before: "lawyer Vera Lindqvist".
    private static bool IsIntroduced(List<NameWord> words, int first) =>
        first > 0 && words[first].Joins && !words[first - 1].Owns
        && (SpeechWords.Roles.Contains(words[first - 1].Lower) || NameWords.OfficeHeads.Contains(words[first - 1].Lower));

    private static string Join(List<NameWord> words, int first, int end) =>
        string.Join(' ', words.Skip(first).Take(end - first).Select(word => word.Text));

    private static string Lower(List<NameWord> words, int first, int end) => Join(words, first, Math.Min(end, words.Count)).ToLowerInvariant();
}
