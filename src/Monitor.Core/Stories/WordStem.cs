using System.Buffers;

namespace Monitor.Core.Stories;

/// <summary>
/// Takes the commonest English endings off a word, so that "files", "filed" and "filing" meet. Rough on purpose: both sides of
/// every comparison are cut the same way.
/// </summary>
internal static class WordStem
{
    private const int Shortest = 3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The hash of the word's stem.</summary>
    public static uint Hash(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.EndsWith("ies") ? WordHash.Of(word[..^3], "y") : WordHash.Of(Of(word));

    private static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Shortest || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            word = word[..^1];
        }

        var stem = word.EndsWith("ing") ? word[..^3] : word.EndsWith("ed") ? word[..^2] : word;
        if (stem.Length == word.Length || stem.Length < Shortest || !stem.ContainsAny(Vowels))
        {
            return WithoutE(word);
        }

        return stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : WithoutE(stem);
    }

    private static ReadOnlySpan<char> WithoutE(ReadOnlySpan<char> word) =>
        word.Length > Shortest && word[^1] == 'e' ? word[..^1] : word;
}
