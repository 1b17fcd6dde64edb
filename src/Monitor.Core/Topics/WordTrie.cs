namespace Monitor.Core.Topics;

/// <summary>
/// The words of all patterns, letter by letter, each with a number. A word is there whole (under its singular) or as the
/// beginning of longer words.
/// </summary>
internal sealed class WordTrie
{
    private readonly EdgeTable edges = new();
    private readonly List<int> whole = [-1];
    private readonly List<int> beginning = [-1];

    public int Words { get; private set; }

    public int AddWhole(ReadOnlySpan<char> singular) => Number(whole, Path(singular));

    public int AddBeginning(ReadOnlySpan<char> letters) => Number(beginning, Path(letters));

    public int Next(int state, char letter) => edges.Next(state, letter);

    public int WholeAt(int state) => whole[state];

    public int BeginningAt(int state) => beginning[state];

    private int Path(ReadOnlySpan<char> letters)
    {
        var state = 0;
        foreach (var letter in letters)
        {
            state = edges.Add(state, letter);
            if (state == whole.Count)
            {
                whole.Add(-1);
                beginning.Add(-1);
            }
        }

        return state;
    }

    private int Number(List<int> numbers, int state)
    {
        if (numbers[state] < 0)
        {
            numbers[state] = Words++;
        }

        return numbers[state];
    }
}
