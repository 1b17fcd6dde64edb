namespace Monitor.Pages.Html;

/// <summary>How much of a story the HTML shows.</summary>
public enum StoryForm
{
    Full,
    Brief,
    Listed,
    LeftOut,
}

/// <summary>
/// How many stories, in the order of their numbers, are told in full, in brief, by headline only. Gmail clips a message
/// above 102 KB, and what it clips is the end: the coverage. The plain text always tells everything.
/// </summary>
public sealed record Room(int Full, int Brief, int Listed)
{
    /// <summary>Bytes of UTF-8 that a mail may have; the transfer encoding is not counted by Gmail.</summary>
    public const int MaxBytes = 100_000;

    /// <summary>From the most generous down; the first that fits is taken, the last in any case.</summary>
    public static IReadOnlyList<Room> Offers { get; } =
        [new(int.MaxValue, 0, 0), new(20, 30, 50), new(10, 20, 50), new(5, 10, 50), new(3, 0, 30)];

    public StoryForm For(int number, bool main)
    {
        if (number <= Full)
        {
            return main ? StoryForm.Full : StoryForm.Brief;
        }

        return number - Full <= Brief ? StoryForm.Brief
            : number - Full - Brief <= Listed ? StoryForm.Listed
            : StoryForm.LeftOut;
    }
}
