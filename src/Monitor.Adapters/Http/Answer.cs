using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

/// <summary>What came of one request.</summary>
/// <param name="Outcome">The end of the matter; null where the server sent us on.</param>
/// <param name="Status">The status code; 0 where no answer came.</param>
/// <param name="Next">Where the server sent us on to.</param>
/// <param name="Permanent">It said so for good (301, 308).</param>
internal sealed record Answer(FetchOutcome? Outcome, int Status = 0, Uri? Next = null, bool Permanent = false);
