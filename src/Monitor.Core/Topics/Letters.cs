namespace Monitor.Core.Topics;

/// <summary>
/// Folds one character: case, diacritics and macrons go, so that Māori, MAORI and maori are one word. Letters of other
/// scripts keep themselves in lower case.
/// </summary>
internal static class Letters
{
    /// <summary>What a character that is no part of a word folds to.</summary>
    public const char None = '\0';

    /// <summary>What a character that is read over inside a word folds to: a combining mark, a soft hyphen, a zero-width character.</summary>
    public const char Silent = '\u0001';

    private static readonly (char Base, string Letters)[] Marked =
    [
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặæ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓđð"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖħ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽł"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋŋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøœ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩßſ"),
        ('t', "ţťțṫṭṯṱẗŧþ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
    ];

    private static readonly char[] Folded = Build();

    public static char Fold(char c) => Folded[c];

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or 'ʻ' or '‘' or '`' or '´';

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = char.IsLetterOrDigit(c) && !IsApostrophe(c) ? char.ToLowerInvariant(c)
                : c is (>= '\u0300' and <= '\u036F') or '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' ? Silent
                : None;
        }

        foreach (var (plain, letters) in Marked)
        {
            foreach (var letter in letters)
            {
                table[letter] = plain;
                table[char.ToUpperInvariant(letter)] = plain;
            }
        }

        table['I'] = 'i';
        table['S'] = 's';
        return table;
    }
}
