namespace Monitor.Core.Stories;

/// <summary>FNV-1a, 32 bits: the same on every machine and in every run, as stored signatures must be.</summary>
internal static class WordHash
{
    private const uint Basis = 2166136261;

    public static uint Of(ReadOnlySpan<char> word) => Add(Basis, word);

    /// <summary>The hash of two words written as one, so that "Mt Gox" and "MtGox" meet.</summary>
    public static uint Of(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Add(Add(Basis, first), second);

    private static uint Add(uint hash, ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
