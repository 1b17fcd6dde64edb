using System.Collections.Frozen;

namespace Monitor.Core.Feeds.Dates;

/// <summary>Months by the beginnings of their names, in the languages that feeds have been met in.</summary>
internal static class MonthNames
{
    private const int Longest = 5;

    private static readonly FrozenDictionary<string, int> ByBeginning = new (int Month, string Beginnings)[]
    {
        (1, "jan jän gen ene oca sty led янв яну січ ιαν xan ian jaa tammi"),
        (2, "feb fév fev şub sub lut úno uno фев лют φεβ φέβ helmi veeb"),
        (3, "maa mar mär mrz mrt már bře bre бер μαρ μάρ мар"),
        (4, "apr avr abr ápr nis kwi dub апр кві απρ aπρ huhti"),
        (5, "may mai maj maí máj mag mei kvě kve май мая тра μαι μαϊ μάι μάϊ μαΐ touko"),
        (6, "jun jún juin giu haz cze červn cerv июн чер ιουν ιον ιούν xuñ iun jūn juu kesä юни"),
        (7, "jul júl juil juill lug tem lip июл лип ιουλ ιολ ιούλ xul červe iul jūl juul hein юли"),
        (8, "aug aoû aou ago agu ağu sie srp авг сер αύγ αυγ avg ág elo"),
        (9, "sep set szep wrz eyl zář zar сен сеп вер σεπ syys"),
        (10, "oct okt ott out eki paź paz říj rij окт жов οκτ loka"),
        (11, "nov kas lis ноя ное лис νοε νοέ noi marra"),
        (12, "dec dez déc dic des ara gru дек гру δεκ pro joulu dets"),
    }.SelectMany(month => month.Beginnings.Split(' '), (month, beginning) => (beginning, month.Month))
        .GroupBy(pair => pair.beginning).ToFrozenDictionary(group => group.Key, group => group.First().Month);

    /// <returns>0 where the word is no month.</returns>
    public static int Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        var length = Math.Min(word.Length, Longest);
        word[..length].ToLowerInvariant(lower);
        var names = ByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = length; end >= 2; end--)
        {
            if (names.TryGetValue(lower[..end], out var month))
            {
                return month;
            }
        }

        return 0;
    }
}
