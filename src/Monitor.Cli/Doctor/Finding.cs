namespace Monitor.Cli.Doctor;

/// <summary>What one look came to.</summary>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Seen">What was seen, in one line.</param>
/// <param name="Remedy">What to do, as an instruction; empty where nothing is to be done.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Seen, string Remedy = "")
{
    public static Finding Ok(string check, string seen) => new(check, Verdict.Ok, seen);

    public static Finding Warning(string check, string seen, string remedy) => new(check, Verdict.Warning, seen, remedy);

    public static Finding Fault(string check, string seen, string remedy) => new(check, Verdict.Fault, seen, remedy);
}

internal enum Verdict
{
    Ok,

    /// <summary>Works, and should not stay as it is.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Fault,
}
