namespace Monitor.Core.Stories.Quotes;

/// <summary>
/// The words of a sentence that name a speaker: "Tasman mayor Ana Tuhoro", "the minister", "she", "a spokesman for the builder",
/// "police". Read leftwards from a verb or rightwards from one; null where no speaker stands there.
/// </summary>
internal sealed record SpeakerPhrase(string? Name, string? Role, string Words, Gender Gender, bool IsPronoun, bool IsDefinite)
{
    private const int Longest = 12;

    private static readonly string[] Pronouns = ["he", "she", "it", "they"];
    private static readonly string[] Determiners = ["the", "a", "an", "his", "her", "its", "their", "our", "my", "one", "another", "this", "that", "some", "two", "three", "several", "many", "most"];
    private static readonly string[] AgentEndings = ["er", "or", "ist", "ian", "man", "woman", "person", "yst"];
    private static readonly string[] Prepositions = ["of", "for", "from", "at", "with", "in"];

    /// <summary>A court, an inquiry, a report, or someone who speaks for one: what it finds is a statement.</summary>
    public bool CanFind => $"{Role} {Words}".ToLowerInvariant().Split(' ').Any(SpeechWords.Finders.Contains);

    /// <summary>The phrase that ends at the token (inclusive).</summary>
    public static SpeakerPhrase? EndingAt(List<Token> tokens, int last, Cast cast, int atLeast = 0)
    {
        if (last < 0 || tokens[last].Kind != TokenKind.Word)
        {
            return null;
        }

        if (Pronouns.Contains(tokens[last].Lower))
        {
            return Pronoun(tokens[last]);
        }

        var first = last + 1;
        while (first > atLeast && last - first < Longest && Continues(tokens, first - 1, first, last))
        {
            first--;
        }

        return first > last ? null : Read(tokens, first, last, cast);
    }

    /// <summary>The phrase that begins at the token.</summary>
    public static SpeakerPhrase? BeginningAt(List<Token> tokens, int first, Cast cast, out int last)
    {
        last = first - 1;
        if (first >= tokens.Count || tokens[first].Kind != TokenKind.Word)
        {
            return null;
        }

        if (Pronouns.Contains(tokens[first].Lower))
        {
            last = first;
            return Pronoun(tokens[first]);
        }

        while (last + 1 < tokens.Count && last - first < Longest && tokens[last + 1].Kind == TokenKind.Word && (IsNominal(tokens[last + 1])
            || IsTrade(tokens, last + 1, first)
            || IsParticle(tokens, last + 1)
            || (last >= first && IsAdjective(tokens, last + 1) && Determiners.Contains(tokens[first].Lower))
            || (Determiners.Contains(tokens[last + 1].Lower) && (last < first || Prepositions.Contains(tokens[last].Lower)))
            || (last >= first && Prepositions.Contains(tokens[last + 1].Lower) && IsHead(tokens[last]) && last + 2 < tokens.Count
                && (IsNominal(tokens[last + 2]) || Determiners.Contains(tokens[last + 2].Lower)))))
        {
            last++;
        }

        return last < first ? null : Read(tokens, first, last, cast);
    }

    /// <summary>What "according to" names where it is neither a person nor a body: "figures tabled in the Senate"; null where it is no source.</summary>
    public static SpeakerPhrase? Source(List<Token> tokens, int first)
    {
        var last = first - 1;
        while (last + 1 < tokens.Count && last - first < Longest && tokens[last + 1].Kind == TokenKind.Word)
        {
            last++;
        }

        return last >= first && Enumerable.Range(first, Math.Min(3, last - first + 1)).Any(i => SpeechWords.Sources.Contains(tokens[i].Lower))
            ? new SpeakerPhrase(null, null, Text(tokens, first, last), Gender.Body, false, false)
            : null;
    }

    /// <summary>The role that a stretch between commas gives: "the mayor of Tasman", "chief executive of the port"; null where it gives none.</summary>
    public static string? Apposition(List<Token> tokens, int first, int last)
    {
        if (first > last || last - first > 2 * Longest || tokens[first].Lower is "who" or "which" or "whose" or "where" or "speaking" or "but" or "and")
        {
            return null;
        }

        var head = -1;
        for (var i = first; i <= last && head < 0; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                return null;
            }

            head = SpeechWords.Roles.Contains(tokens[i].Lower) ? i : -1;
        }

        return head < 0 || head - first > 6 ? null : RoleText(tokens, first, last);
    }

    /// <summary>The stretch is a name and nothing else.</summary>
    public static bool IsName(List<Token> tokens, int first, int last) =>
        first <= last && last - first <= 4
        && Enumerable.Range(first, last - first + 1).All(i => tokens[i].IsCapital && !IsPossessive(tokens[i]) && !SpeechWords.NotPersons.Contains(tokens[i].Lower) && !SpeechWords.Roles.Contains(tokens[i].Lower));

    /// <summary>
    /// This phrase with what the stretch beside it adds: a name to an office ("the mayor, Ana Tuhoro"), or an office to a name.
    /// </summary>
    public SpeakerPhrase With(List<Token> tokens, int first, int last, Cast cast)
    {
        if (Name is not null)
        {
            return this with { Role = Role ?? Apposition(tokens, first, last) };
        }

        // In "a spokesman for the builder, Rimu Civil," the name is the builder's, and in "a spokesman for the minister" the minister's.
        var forAnother = Role is not null && Role.Split(" for ", 2) is [_, var other] && other.ToLowerInvariant().Split(' ').Any(SpeechWords.Roles.Contains);
        var ofAnother = forAnother
            || (Prepositions.Any(p => Words.Contains($" {p} ", StringComparison.Ordinal)) && char.IsLower(Words[Words.LastIndexOf(' ') + 1]));
        return ofAnother || EndingAt(tokens, last, cast, atLeast: first) is not { } aside ? this
            : aside.Name is not null ? aside with { Role = aside.Role ?? Role }
            : Role is not null && IsName(tokens, first, last) ? this with { Name = Text(tokens, first, last) }
            : Role is null && aside.Role is null && tokens[last].IsCapital ? aside
            : this;
    }

    private static SpeakerPhrase Pronoun(Token token) => new(null, null, token.Lower, Gender.Unknown, IsPronoun: true, IsDefinite: false);

    private static bool IsHead(Token token) => SpeechWords.Roles.Contains(token.Lower) || SpeechWords.Bodies.Contains(token.Lower) || token.Lower is "spokespeople" or "member" or "members";

    private static bool IsOneOfSome(Token token) => token.Lower is "one" or "another";

    private static bool IsPossessive(Token token) =>
        token.Lower.EndsWith("'s", StringComparison.Ordinal) || token.Lower.EndsWith("’s", StringComparison.Ordinal)
        || token.Text[^1] is '\'' or '’';

    private static bool IsNominal(Token token)
    {
        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        var word = IsPossessive(token) ? token.Lower[..^(token.Text[^1] is 's' or 'S' ? 2 : 1)] : token.Lower;
        return (token.IsCapital && !CommonWords.IsGrammar(word) && !SpeechWords.Days.Contains(word))
            || IsHead(token) || SpeechWords.Roles.Contains(word) || SpeechWords.Bodies.Contains(word)
            || SpeechWords.Modifiers.Contains(word) || SpeechWords.Honorifics.Contains(word)
            || (word.Contains('-', StringComparison.Ordinal) && !token.IsCapital)
            || char.IsAsciiDigit(word[0]);
    }

    // Leftwards, a word that is on no list still belongs where a determiner opens the phrase just before it: "the dam's young keeper".
    private static bool Continues(List<Token> tokens, int at, int next, int last)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        if (next <= last && Determiners.Contains(tokens[next].Lower))
        {
            return Prepositions.Contains(token.Lower) && at > 0 && (IsHead(tokens[at - 1]) || tokens[at - 1].IsCapital);
        }

        if (IsNominal(token))
        {
            return true;
        }

        if (next > last)
        {
            return IsOneOfSome(token) || IsDescribed(tokens, at);
        }

        if (Determiners.Contains(token.Lower))
        {
            return true;
        }

        if (Prepositions.Contains(token.Lower))
        {
            return at > 0 && (IsHead(tokens[at - 1]) || (at > 1 && tokens[at - 1].IsCapital && tokens[at - 2].IsCapital));
        }

        if (token.Lower == "and" && at == 1 && tokens[0].IsCapital && tokens[next].IsCapital)
        {
            return true;
        }

        return IsParticle(tokens, at)
            || IsTrade(tokens, at, 0)
            || (char.IsLower(token.Text[0]) && !tokens[next].IsCapital && !CommonWords.IsGrammar(token.Lower)
                && (IsDescribed(tokens, at) || (at > 0 && (IsPossessive(tokens[at - 1]) || (IsHead(tokens[next]) && IsNominal(tokens[at - 1]))))));
    }

    // "An open letter": any word may stand before a noun that speaks.
    private static bool IsAdjective(List<Token> tokens, int at) =>
        char.IsLower(tokens[at].Text[0]) && !CommonWords.IsGrammar(tokens[at].Lower) && at + 1 < tokens.Count && IsHead(tokens[at + 1]);

    // "Harpreet van der Berg", "Te Rūnanga o Ngāti Hauora": small words on the way to a capital.
    private static bool IsParticle(List<Token> tokens, int at)
    {
        while (at < tokens.Count && SpeechWords.Particles.Contains(tokens[at].Lower))
        {
            at++;
            if (at < tokens.Count && tokens[at].IsCapital)
            {
                return true;
            }
        }

        return false;
    }

    // "Union delegate Pare Walker": whatever stands between capitals and a full name is what the person does.
    private static bool IsTrade(List<Token> tokens, int at, int first) =>
        at > first && char.IsLower(tokens[at].Text[0]) && !CommonWords.IsGrammar(tokens[at].Lower) && !SpeechWords.Saying.Contains(tokens[at].Lower)
        && !tokens[at].Lower.EndsWith("ed", StringComparison.Ordinal) && !tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal)
        && (IsInstitution(tokens[at - 1]) || (tokens[at - 1].IsCapital && IsAgent(tokens[at]))) && at + 2 < tokens.Count && IsName(tokens, at + 1, at + 2)
        && !SpeechWords.Quoting.Contains(tokens[at].Lower) && !SpeechWords.Participles.Contains(tokens[at].Lower);

    // "Tarata Marina harbourmaster": most nouns for what people do end so.
    private static bool IsAgent(Token token) =>
        !SpeechWords.Between.Contains(token.Lower) && AgentEndings.Any(e => token.Lower.EndsWith(e, StringComparison.Ordinal));

    private static bool IsInstitution(Token token) =>
        SpeechWords.NotPersons.Contains(token.Lower) || SpeechWords.Modifiers.Contains(token.Lower) || SpeechWords.Bodies.Contains(token.Lower);

    // "The skier", "a passing truck driver": no list has every noun, but a determiner just before it makes a phrase.
    private static bool IsDescribed(List<Token> tokens, int at)
    {
        for (var i = at; i >= Math.Max(0, at - 3) && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (i < at && Determiners.Contains(tokens[i].Lower))
            {
                return true;
            }

            if ((CommonWords.IsGrammar(tokens[i].Lower) || tokens[i].Lower.EndsWith("ly", StringComparison.Ordinal)) && !Determiners.Contains(tokens[i].Lower))
            {
                return false;
            }
        }

        return false;
    }

    private static SpeakerPhrase? Read(List<Token> tokens, int first, int last, Cast cast)
    {
        while (first <= last && Prepositions.Contains(tokens[first].Lower))
        {
            first++;
        }

        if (first <= last && SpeaksForAnother(tokens, first, last))
        {
            return new SpeakerPhrase(null, RoleText(tokens, first, last), LowerFirst(Text(tokens, first, last), tokens, first), Gender.Unknown, false, tokens[first].Lower == "the");
        }

        for (var i = first + 2; i <= last; i++)
        {
            // "Ingrid Solheim of Otago University": the name is before the preposition.
            if (Prepositions.Contains(tokens[i].Lower) && IsName(tokens, i - 2, i - 1))
            {
                last = i - 1;
            }
        }

        var determiner = first <= last && Determiners.Contains(tokens[first].Lower) ? tokens[first].Lower : null;
        var head = -1;
        for (var i = first; i <= last; i++)
        {
            head = SpeechWords.Roles.Contains(tokens[i].Lower) ? i : head;
        }

        var nameFirst = last + 1;
        while (nameFirst > first && (tokens[nameFirst - 1].IsCapital || SpeechWords.Particles.Contains(tokens[nameFirst - 1].Lower)) && nameFirst - 1 > head
            && !IsPossessive(tokens[nameFirst - 1]) && !Determiners.Contains(tokens[nameFirst - 1].Lower))
        {
            nameFirst--;
        }

        var after = nameFirst > first && nameFirst - 1 > head && Prepositions.Contains(tokens[nameFirst - 1].Lower);
        if (after && head >= 0 && last - nameFirst + 1 >= 3 && tokens[head].IsCapital)
        {
            // "Minister for Ports Rua Falk": the last two capitals are the person.
            (nameFirst, after) = (last - 1, false);
        }

        var gender = Gender.Unknown;
        while (nameFirst <= last && SpeechWords.Honorifics.Contains(tokens[nameFirst].Lower.TrimEnd('.')))
        {
            var honorific = tokens[nameFirst].Lower.TrimEnd('.');
            gender = SpeechWords.Male.Contains(honorific) ? Gender.Male : SpeechWords.Female.Contains(honorific) ? Gender.Female : gender;
            nameFirst++;
        }

        head = head < 0 && nameFirst > first && nameFirst < last && IsTrade(tokens, nameFirst - 1, first) ? nameFirst - 1 : head;
        var titled = nameFirst > first && SpeechWords.Honorifics.Contains(tokens[nameFirst - 1].Lower);
        var count = last - nameFirst + 1;
        var words = Text(tokens, first, last);
        if (count > 0 && !after && IsPerson(tokens, nameFirst, last, head >= 0 || titled, cast))
        {
            var roleLast = titled ? Math.Min(head, nameFirst - 2) : head >= 0 ? nameFirst - 1 : -1;
            return new SpeakerPhrase(Text(tokens, nameFirst, last), roleLast >= first ? RoleText(tokens, first, roleLast) : null, words, gender, false, determiner == "the");
        }

        if (head >= 0)
        {
            return new SpeakerPhrase(null, RoleText(tokens, first, last), LowerFirst(words, tokens, first), gender, false, determiner == "the");
        }

        if (first == last && IsOneOfSome(tokens[first]) && (first == 0 || tokens[first - 1].Lower is not ("no" or "any" or "every")))
        {
            return new SpeakerPhrase(null, null, tokens[first].Lower, Gender.Unknown, false, false);
        }

        var body = Enumerable.Range(first, last - first + 1).Any(i => tokens[i].IsCapital ? i > 0 || !CommonWords.IsGrammar(tokens[i].Lower) : SpeechWords.Bodies.Contains(tokens[i].Lower));
        return body || (determiner is not null && last > first)
            ? new SpeakerPhrase(null, null, LowerFirst(words, tokens, first), body ? Gender.Body : Gender.Unknown, false, determiner == "the")
            : null;
    }

    // "A spokesperson for Foreign Minister Hana Rikihana": whoever is named is not the speaker.
    private static bool SpeaksForAnother(List<Token> tokens, int first, int last) =>
        Enumerable.Range(first, last - first).Any(i => tokens[i].Lower.StartsWith("spokes", StringComparison.Ordinal) && tokens[i + 1].Lower == "for");

    private static bool IsPerson(List<Token> tokens, int first, int last, bool introduced, Cast cast)
    {
        for (var i = first; i <= last; i++)
        {
            if (SpeechWords.NotPersons.Contains(tokens[i].Lower) || (tokens[i].Text.Length > 1 && tokens[i].Text.All(char.IsUpper)))
            {
                return false;
            }
        }

        return last - first + 1 is >= 2 and <= 4 || introduced || cast.Knows(tokens[last].Text);
    }

    private static string RoleText(List<Token> tokens, int first, int last)
    {
        // "The man's lawyer" is a lawyer; "Labour's spokesperson" speaks for Labour.
        while (first < last && (Determiners.Contains(tokens[first].Lower) || (IsPossessive(tokens[first]) && !tokens[first].IsCapital)))
        {
            first++;
        }

        return Text(tokens, first, last);
    }

    private static string LowerFirst(string words, List<Token> tokens, int first) =>
        Determiners.Contains(tokens[first].Lower) || (first == 0 && (SpeechWords.Bodies.Contains(tokens[first].Lower) || SpeechWords.Modifiers.Contains(tokens[first].Lower)) && !SpeechWords.NamedBodies.Contains(tokens[first].Lower))
            ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static string Text(List<Token> tokens, int first, int last) =>
        string.Join(' ', tokens.Skip(first).Take(last - first + 1).Select(t => t.Text));
}
