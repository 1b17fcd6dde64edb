using System.Runtime.CompilerServices;
using Monitor.Core.Alerts;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Alerts;

/// <summary>
/// What alerts are made of, in the outbox container: alerts/waiting/{tip}.json are tips that wait, alerts/round.json says what is
/// let go at the moment, and alerts/told/{topic}/{story}.json what the desk was told of a story.
/// <list type="number">
/// <item>Whoever finds a tip creates it, once.</item>
/// <item>Whoever decides writes what is let go into the round, over the round that was read before the tips were: of two
/// that decide at once, one wins.</item>
/// <item>Whoever meets an open round carries it out: messages, what was told, the tips away, and the round is closed, in this
/// order. Each of these done twice is done once.</item>
/// </list>
/// A tip that comes back after it was dealt with (a poll was killed and is run again) is known by what was told of its story.
/// </summary>
public sealed class TipBox(IBlobStore store)
{
    private const string Waiting = "alerts/waiting/";
    private static readonly BlobName RoundName = new(Containers.Outbox, "alerts/round.json");

    /// <summary>True where the tip was not waiting yet.</summary>
    public Task<bool> AddAsync(Tip tip, CancellationToken cancellationToken) =>
        store.CreateAsync(TipName(tip.Id), PipelineJson.Write(tip), cancellationToken);

    /// <summary>Whether any tip waits: one listing.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        await store.ListAsync(Containers.Outbox, Waiting, cancellationToken).AnyAsync(cancellationToken);

    public async IAsyncEnumerable<Tip> WaitingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in store.ListAsync(Containers.Outbox, Waiting, cancellationToken))
        {
            var name = new BlobName(Containers.Outbox, listed.Path);
            if (await store.ReadAsync(name, cancellationToken) is { } blob)
            {
                yield return PipelineJson.Read<Tip>(blob.Content, name);
            }
        }
    }

    public Task RemoveAsync(string tip, CancellationToken cancellationToken) => store.DeleteAsync(TipName(tip), cancellationToken);

    /// <summary>The round, with the version that was read; an empty one where there never was any.</summary>
    public async Task<(Round Round, string? ETag)> RoundAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(RoundName, cancellationToken) is { } blob
            ? (PipelineJson.Read<Round>(blob.Content, RoundName), blob.ETag)
            : (new Round(null, []), null);

    /// <summary>Writes over the version of the round that was read. False where somebody was faster.</summary>
    public async Task<bool> SaveAsync(Round round, string? etag, CancellationToken cancellationToken) =>
        etag is null
            ? await store.CreateAsync(RoundName, PipelineJson.Write(round), cancellationToken)
            : await store.ReplaceAsync(RoundName, PipelineJson.Write(round), etag, cancellationToken) is not null;

    /// <summary>What was told of a story under a topic; null where nothing was.</summary>
    public async Task<ToldStory?> ToldAsync(string topic, string story, CancellationToken cancellationToken) =>
        await store.ReadAsync(ToldName(topic, story), cancellationToken) is { } blob
            ? PipelineJson.Read<ToldStory>(blob.Content, ToldName(topic, story))
            : null;

    /// <summary>Adds to what was told of a story.</summary>
    public async Task TellAsync(ToldStory told, CancellationToken cancellationToken)
    {
        var name = ToldName(told.Topic, told.Story);
        while (true)
        {
            var kept = await store.ReadAsync(name, cancellationToken);
            var saved = kept is null
                ? await store.CreateAsync(name, PipelineJson.Write(told), cancellationToken)
                : await store.ReplaceAsync(
                    name, PipelineJson.Write(PipelineJson.Read<ToldStory>(kept.Content, name).With(told)), kept.ETag, cancellationToken) is not null;
            if (saved)
            {
                return;
            }
        }
    }

    private static BlobName TipName(string tip) => new(Containers.Outbox, $"{Waiting}{tip}.json");

    private static BlobName ToldName(string topic, string story) => new(Containers.Outbox, $"alerts/told/{topic}/{story}.json");
}

/// <summary>What is let go at the moment, and what counts for the limit of the hour.</summary>
/// <param name="Open">Decided, and not carried out to its end yet; null where nothing is.</param>
/// <param name="Sent">Alerts of the last day.</param>
public sealed record Round(Release? Open, IReadOnlyList<SentAlert> Sent)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The round in which a release is carried out.</summary>
    public Round With(Release release) =>
        new(release, [.. Sent.Where(alert => alert.At > release.At - Remembered), .. release.Sent]);
}
