namespace Monitor.Core.Topics;

/// <summary>A topic file as it was read.</summary>
/// <param name="Name">Its name, for problems.</param>
/// <param name="Text">YAML; taken up to <see cref="MaxLength"/> characters.</param>
public sealed record TopicFile(string Name, string Text)
{
    public const int MaxLength = 512 * 1024;
}

/// <summary>What came of loading topic files.</summary>
/// <param name="Set">Null when any problem is an error.</param>
public sealed record TopicSetLoad(TopicSet? Set, IReadOnlyList<ConfigProblem> Problems);
