using Monitor.Core.Alerts;
using Monitor.Core.Digests;

namespace Monitor.Pipeline.Writing;

/// <summary>Turns what there is to say into what people read.</summary>
public interface IMailWriter
{
    Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken);

    Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken);

    Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken);

    /// <exception cref="NotSupportedException">This writer has no form for it.</exception>
    Task<WrittenMail> WriteAsync(WeeklyReview review, CancellationToken cancellationToken) =>
        throw new NotSupportedException("this writer has no form for a weekly review");
}

/// <param name="Subject">One line, at most 120 characters, without control characters.</param>
/// <param name="Html">A whole document that needs nothing from elsewhere.</param>
/// <param name="Text">As good as the HTML; lines of at most 78 characters except where an address is longer.</param>
/// <param name="Card">The short form, for channels other than mail; null where the writer has none, and the text stands in.</param>
/// <param name="Stop">How a recipient who may leave is told so; null where nobody may.</param>
public sealed record WrittenMail(string Subject, string Html, string Text, Card? Card = null, StopNote? Stop = null);
