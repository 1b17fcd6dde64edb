using Monitor.Core.Digests;

namespace Monitor.Pipeline.SendDigests;

/// <summary>Turns what a digest says into the mail that people read.</summary>
public interface IDigestWriter
{
    Task<WrittenDigest> WriteAsync(Digest digest, CancellationToken cancellationToken);
}

/// <param name="Subject">One line, at most 120 characters, without control characters.</param>
/// <param name="Html">A whole document that needs nothing from elsewhere.</param>
/// <param name="Text">As good as the HTML; lines of at most 78 characters except where an address is longer.</param>
public sealed record WrittenDigest(string Subject, string Html, string Text);
