namespace Monitor.Core.Digests;

/// <summary>What came of loading desk.yaml.</summary>
/// <param name="Desk">Null where the file was refused.</param>
/// <param name="Problems">In order of line; empty for a good file.</param>
public sealed record DeskLoad(Desk? Desk, IReadOnlyList<ConfigProblem> Problems);
