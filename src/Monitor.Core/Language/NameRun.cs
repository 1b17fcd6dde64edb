namespace Monitor.Core.Language;

/// <summary>A word of a sentence, with what stands between it and the word before.</summary>
/// <param name="Text">As written, without a possessive ending.</param>
/// <param name="Joins">Only a space is before it: it may belong to the same name.</param>
/// <param name="Owns">It had a possessive ending: a name ends with it.</param>
internal readonly record struct NameWord(string Text, bool Joins, bool Owns)
{
    public string Lower => Text.ToLowerInvariant();

    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>Only capitals, at least two: an abbreviation.</summary>
    public bool IsShout => Text.Length > 1 && Text.All(letter => char.IsUpper(letter) || letter is '.' or '-' || char.IsAsciiDigit(letter)) && Text.Any(char.IsUpper);

    /// <summary>The words of a stretch of text, in order.</summary>
    public static List<NameWord> Of(ReadOnlySpan<char> text)
    {
        var words = new List<NameWord>();
        var gap = 2;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                gap = text[at] == ' ' && gap <= 1 ? gap + 1 : 3;
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '\'' or '’' or 'ʻ' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            var word = text[at..end];
            var owns = word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’';
            // "the Corrections' report", and "J. Moss": the stop of an initial does not end a name.
            var plural = !owns && end < text.Length && text[end] is '\'' or '’' && word[^1] == 's';
            words.Add(new NameWord((owns ? word[..^2] : word).ToString(), gap <= 1, owns || plural));
            var isInitial = word.Length == 1 && char.IsUpper(word[0]) && end < text.Length && text[end] == '.';
            at = isInitial ? end + 1 : end;
            gap = 0;
        }

        return words;
    }
}
