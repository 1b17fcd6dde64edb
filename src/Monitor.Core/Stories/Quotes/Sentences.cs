using System.Collections.Frozen;

namespace Monitor.Core.Stories.Quotes;

/// <summary>
/// Divides a text into paragraphs and these into sentences of tokens. A stretch in quotation marks is one token, so that a
/// sentence never ends inside it; a quotation that its paragraph does not close runs to the paragraph's end, as the press
/// writes quotations of several paragraphs. Linear.
/// </summary>
internal static class Sentences
{
    /// <summary>Text beyond this is left out.</summary>
    public const int Longest = 200_000;

    // No writer's sentence is as long; one that is would cost the square of its length.
    private const int MostTokens = 400;

    // Bounds the search for the end of a single quotation, as any apostrophe may seem to begin one.
    private const int LongestSingle = 600;

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        ["mr", "mrs", "ms", "dr", "st", "rev", "prof", "gen", "sen", "gov", "hon", "rt", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "no", "vs", "lt", "col", "sgt", "det", "supt", "insp", "jr", "sr", "e.g", "i.e"]);

    /// <summary>Paragraphs in order, each a list of sentences, each a list of at least one token.</summary>
    public static IEnumerable<List<List<Token>>> Paragraphs(string text)
    {
        for (var at = 0; at < Math.Min(text.Length, Longest);)
        {
            var end = text.IndexOf('\n', at, Math.Min(text.Length, Longest) - at);
            end = end < 0 ? Math.Min(text.Length, Longest) : end;
            var paragraph = Divide(Read(text, at, end));
            if (paragraph.Count > 0)
            {
                yield return paragraph;
            }

            at = end + 1;
        }
    }

    private static List<Token> Read(string text, int at, int end)
    {
        var tokens = new List<Token>();
        while (at < end)
        {
            var c = text[at];
            var length = 1;
            if (char.IsLetterOrDigit(c))
            {
                length = WordLength(text, at, end);
                tokens.Add(new Token(TokenKind.Word, at, text.Substring(at, length)));
            }
            else if (Opens(text, at, end))
            {
                length = Closing(text, at, end) - at + 1;
                tokens.Add(new Token(TokenKind.Quotation, at, text.Substring(at, length)));
            }
            else if (!char.IsWhiteSpace(c))
            {
                tokens.Add(new Token(c == ',' ? TokenKind.Comma : TokenKind.Mark, at, text.Substring(at, 1)));
            }

            at += length;
        }

        return tokens;
    }

    private static int WordLength(string text, int at, int end)
    {
        var i = at + 1;
        while (i < end && (char.IsLetterOrDigit(text[i])
            || (text[i] is '-' or '\'' or '’' or '.' or ',' && i + 1 < end && char.IsLetterOrDigit(text[i + 1]) && Joins(text, i))))
        {
            i++;
        }

        // "The nurses' union": no quotation is open here, so the mark belongs to the word.
        return i + 1 < end && text[i] is '\'' or '’' && text[i - 1] == 's' && text[i + 1] == ' ' ? i + 1 - at : i - at;
    }

    private static bool Joins(string text, int i) => text[i] switch
    {
        '-' or '\'' or '’' => true,
        '.' => char.IsDigit(text[i - 1]) || i < 2 || !char.IsLetterOrDigit(text[i - 2]),
        _ => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
    };

    private static bool Opens(string text, int at, int end) => text[at] switch
    {
        '"' or '“' => true,
        '‘' or '\'' => (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '—' or '–' or '-')
            && at + 1 < end && char.IsLetterOrDigit(text[at + 1]) && Single(text, at, end) >= 0,
        _ => false,
    };

    private static int Closing(string text, int at, int end)
    {
        if (text[at] is '\'' or '‘')
        {
            return Single(text, at, end);
        }

        var close = text.AsSpan(at + 1, end - at - 1).IndexOfAny('”', text[at]);
        return close < 0 ? end - 1 : at + 1 + close;
    }

    // A mark after a letter may be the apostrophe of "the farmers' union": one after punctuation, or after another letter, is surer.
    private static int Single(string text, int at, int end)
    {
        var apostrophe = -1;
        for (var i = at + 1; i < Math.Min(end, at + LongestSingle); i++)
        {
            if (text[i] is not ('\'' or '’') || (i + 1 < end && char.IsLetterOrDigit(text[i + 1])))
            {
                continue;
            }

            if (text[i - 1] is not ('s' or 'S'))
            {
                return i;
            }

            apostrophe = apostrophe < 0 ? i : apostrophe;
        }

        return apostrophe;
    }

    private static List<List<Token>> Divide(List<Token> tokens)
    {
        var sentences = new List<List<Token>>();
        var sentence = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            sentence.Add(tokens[i]);
            if (sentence.Count == MostTokens || Ends(tokens, i))
            {
                sentences.Add(sentence);
                sentence = [];
            }
        }

        if (sentence.Count > 0)
        {
            sentences.Add(sentence);
        }

        return sentences;
    }

    private static bool Ends(List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count)
        {
            return true;
        }

        var (token, next) = (tokens[i], tokens[i + 1]);
        var opens = next.Kind == TokenKind.Quotation || (next.Kind == TokenKind.Word && (char.IsUpper(next.Text[0]) || char.IsDigit(next.Text[0])));
        if (token.Kind == TokenKind.Quotation)
        {
            return token.LastQuoted == '.' && opens;
        }

        if (token.Kind != TokenKind.Mark || token.Text is not ("." or "!" or "?") || !opens)
        {
            return false;
        }

        var before = i > 0 && tokens[i - 1].Kind == TokenKind.Word ? tokens[i - 1] : default;
        return token.Text != "."
            || before.Text is null
            || !(Abbreviations.Contains(before.Lower) || (before.Text.Length == 1 && char.IsUpper(before.Text[0])));
    }
}
