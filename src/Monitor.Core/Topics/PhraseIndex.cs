namespace Monitor.Core.Topics;

/// <summary>
/// All phrases of all topics in one automaton over folded words: a text is read once, however many topics there are. Words are
/// found letter by letter in a trie, so that most words of an ordinary text are left after two or three letters; phrases are
/// followed word by word in a second trie. Built once, then only read.
/// </summary>
internal sealed class PhraseIndex
{
    private readonly WordTrie words = new();
    private readonly EdgeTable phrases = new();
    private readonly List<int> phraseAt = [-1];

    /// <summary>Number of different phrases.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a phrase and gives its number; the same phrase has the same number.</summary>
    public int Add(Phrase phrase)
    {
        var state = 0;
        foreach (var word in phrase.Words)
        {
            state = phrases.Add(state, word.IsBeginning ? words.AddBeginning(word.Letters) : words.AddWhole(word.Letters));
            if (state == phraseAt.Count)
            {
                phraseAt.Add(-1);
            }
        }

        if (phraseAt[state] < 0)
        {
            phraseAt[state] = Count++;
        }

        return phraseAt[state];
    }

    /// <summary>Reads one field to its end, adding what it finds to <paramref name="hits"/> in order of the last word. Gives the number of words.</summary>
    public int Scan(ReadOnlySpan<char> text, Field field, ref List<PhraseHit>? hits)
    {
        Span<char> buffer = stackalloc char[WordReader.MaxLetters];
        Span<int> found = stackalloc int[WordReader.MaxLetters + 1];
        var reader = new WordReader(text, buffer);
        List<Begun>? begun = null;
        var number = 0;
        for (var end = 0; reader.Read(); end = reader.End, number++)
        {
            var count = Look(reader.Letters, found);
            if (begun is { Count: > 0 } && (count == 0 || IsBreak(text, end, reader.Start)))
            {
                begun.Clear();
            }

            if (count == 0)
            {
                continue;
            }

            var earlier = begun?.Count ?? 0;
            for (var w = 0; w < count; w++)
            {
                for (var b = 0; b < earlier; b++)
                {
                    Follow(begun![b], found[w], field, number, reader.End, ref begun, ref hits);
                }

                Follow(new Begun(0, number, reader.Start), found[w], field, number, reader.End, ref begun, ref hits);
            }

            if (earlier > 0)
            {
                begun!.RemoveRange(0, earlier);
            }
        }

        return number;
    }

    private void Follow(Begun path, int word, Field field, int number, int end, ref List<Begun>? begun, ref List<PhraseHit>? hits)
    {
        var state = phrases.Next(path.State, word);
        if (state < 0)
        {
            return;
        }

        (begun ??= []).Add(path with { State = state });
        if (phraseAt[state] >= 0)
        {
            (hits ??= []).Add(new PhraseHit(phraseAt[state], field, path.Start, end, path.Word, number));
        }
    }

    /// <summary>The numbers of the pattern words that a text word is: itself in the singular, and every beginning of it.</summary>
    private int Look(ReadOnlySpan<char> letters, Span<int> found)
    {
        if (letters.IsEmpty)
        {
            return 0;
        }

        var count = 0;
        var (cut, addY) = (0, false);
        var (state, i) = (0, 0);
        for (; i < letters.Length; i++)
        {
            state = words.Next(state, letters[i]);
            if (state < 0)
            {
                break;
            }

            var beginning = words.BeginningAt(state);
            if (beginning >= 0 && !(char.IsAsciiDigit(letters[i]) && i + 1 < letters.Length && char.IsAsciiDigit(letters[i + 1])))
            {
                found[count++] = beginning;
            }

            if (i >= letters.Length - 4 && i == letters.Length - 1 - ((cut, addY) = Plural.Ending(letters)).Item1)
            {
                var stem = addY ? words.Next(state, 'y') : state;
                if (stem >= 0 && words.WholeAt(stem) >= 0)
                {
                    found[count++] = words.WholeAt(stem);
                }

                if (cut == 0)
                {
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>Whether a phrase cannot go on across what stands between two words: an end of a sentence, or of a paragraph.</summary>
    private static bool IsBreak(ReadOnlySpan<char> text, int end, int start)
    {
        var gap = text[end..start];
        if (gap is " " or "-")
        {
            return false;
        }

        if (gap.ContainsAny("!?;:") || gap.Count('\n') > 1)
        {
            return true;
        }

        var dot = gap.IndexOf('.');
        if (dot < 0 || (dot + 1 == gap.Length && gap.Length == 1))
        {
            return false;
        }

        // "s. 501", "sec. 501" and "St. Kilda" go on; "It is new. Zealand" does not.
        var letters = 0;
        while (letters <= 3 && end > letters && Letters.Fold(text[end - 1 - letters]) > Letters.Silent)
        {
            letters++;
        }

        return gap.Contains('\n') || letters > 3 || (letters == 3 && !char.IsAsciiDigit(text[start])) || char.IsAsciiDigit(text[end - 1]);
    }

    private readonly record struct Begun(int State, int Word, int Start);
}

/// <summary>One phrase in one field. Words are counted from the field's first, offsets are UTF-16 code units.</summary>
internal readonly record struct PhraseHit(int Phrase, Field Field, int Start, int End, int FirstWord, int LastWord);
