namespace Monitor.Core;

/// <summary>Something wrong in a file that people edit (a topic, desk.yaml, feeds.opml).</summary>
/// <param name="File">The file's name as it was given to the loader.</param>
/// <param name="Line">One-based; 0 where no line can be named.</param>
/// <param name="Message">What is wrong and what to do, in one line.</param>
/// <param name="IsError">An error refuses the file; a warning does not.</param>
public sealed record ConfigProblem(string File, int Line, string Message, bool IsError = true)
{
    public override string ToString() =>
        Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
