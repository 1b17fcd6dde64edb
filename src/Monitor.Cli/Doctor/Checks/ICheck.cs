namespace Monitor.Cli.Doctor.Checks;

/// <summary>One look at the patient. What it finds is a value; it fails only where it could not look.</summary>
internal interface ICheck
{
    /// <summary>What is being looked at, for the progress line.</summary>
    string Name { get; }

    IAsyncEnumerable<Finding> RunAsync(Patient patient, CancellationToken cancellationToken);
}
