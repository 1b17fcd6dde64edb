using System.Text;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Pipeline.Tests.PollFeeds;

/// <summary>Answers as it was told, in order, the last answer for ever. An address that nobody told it of is a fault of the test.</summary>
internal sealed class ScriptedFetcher : IFetcher
{
    private readonly Dictionary<string, Queue<FetchOutcome>> answers = new(StringComparer.Ordinal);

    public List<FetchRequest> Requests { get; } = [];

    public ScriptedFetcher On(string url, params FetchOutcome[] outcomes)
    {
        answers[url] = new Queue<FetchOutcome>(outcomes);
        return this;
    }

    public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
            if (!answers.TryGetValue(request.Url.AbsoluteUri, out var left))
            {
                throw new InvalidOperationException($"nobody said what {request.Url} answers");
            }

            return Task.FromResult(left.Count > 1 ? left.Dequeue() : left.Peek());
        }
    }

    public static FetchOutcome.Fetched Feed(params string[] items) => Page($"<rss version=\"2.0\"><channel><title>North Times</title>{string.Concat(items)}</channel></rss>", "application/rss+xml");

    public static FetchOutcome.Fetched Page(string text, string type = "text/html") =>
        new(Encoding.UTF8.GetBytes(text), type, null, null, new Uri("https://north.example/feed"), null, new Dictionary<string, string>());

    public static string Item(string id, string? title = null, string? link = null, string text = "Short.", DateTimeOffset? at = null) =>
        $"<item><guid>{id}</guid><title>{title ?? id}</title><link>https://north.example/{link ?? id}</link><description>{text}</description>"
        + $"{(at is { } date ? $"<pubDate>{date:R}</pubDate>" : "")}</item>";
}
