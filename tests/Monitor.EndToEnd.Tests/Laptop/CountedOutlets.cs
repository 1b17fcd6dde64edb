using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monitor.Core.Feeds;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// Feeds on addresses of their own, two to an address, in a number of shards. It counts who asks for what, and how many ask one
/// address at the same time; and when any shard is half read, it lets a test strike, once. Instances are told apart by the number
/// in their contact address.
/// </summary>
internal sealed partial class CountedOutlets : IAsyncDisposable
{
    private const int FeedsPerHost = 2;

    private readonly WebApplication app;
    private readonly int port;
    private readonly int entries;
    private readonly ShardName[] shardOf;
    private readonly int[] sizes;
    private readonly int[] asked;
    private readonly int[] askedOfShard;
    private readonly Dictionary<IPAddress, List<int>> visitors = [];
    private Action<int>? strike;
    private int struck = -1;

    private CountedOutlets(WebApplication app, int port, int feeds, int entries, int shards)
    {
        (this.app, this.port, this.entries) = (app, port, entries);
        shardOf = [.. Enumerable.Range(0, feeds).Select(number => ShardName.Holding(new FollowedFeed("", "", new Uri(Address(number)), "", "", false, 1), shards))];
        sizes = [.. ShardName.All(shards).Select(shard => shardOf.Count(own => own == shard))];
        (asked, askedOfShard) = (new int[feeds], new int[shards]);
    }

    /// <summary>From the second edition on some feeds have an entry on one event, in the same words.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>How often each feed was asked for.</summary>
    public IReadOnlyList<int> Asked => asked;

    /// <summary>Most requests that one address had at a time, of instances that lived.</summary>
    public int MostAtOnce { get; private set; }

    public IReadOnlyList<ShardName> ShardOf => shardOf;

    public static async Task<CountedOutlets> StartAsync(int port, int feeds, int entries, int shards)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Any, port));
        var app = builder.Build();
        var outlets = new CountedOutlets(app, port, feeds, entries, shards);
        app.Run(outlets.AnswerAsync);
        await app.StartAsync();
        return outlets;
    }

    public static bool HasNews(int number) => number % 20 == 7;

    public string Opml() =>
        $"<opml version=\"2.0\"><head><title>t</title></head><body>{string.Concat(asked.Select((_, number) => $"<outline type=\"rss\" id=\"f{number}\" text=\"Feed {number}\" outlet=\"Outlet {number}\" xmlUrl=\"{Address(number)}\"/>"))}</body></opml>";

    /// <param name="strike">Told which instance has just read half of a shard.</param>
    public void StrikeHalfWay(Action<int> strike) => this.strike = strike;

    /// <summary>A new round begins, and who was struck is back.</summary>
    public void CountAnew()
    {
        Array.Clear(asked);
        struck = -1;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Address(int number)
    {
        var host = number / FeedsPerHost;
        return string.Create(CultureInfo.InvariantCulture, $"http://127.{1 + (host / 62500)}.{host / 250 % 250}.{1 + (host % 250)}:{port}/feed{number % FeedsPerHost}");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var address = context.Connection.LocalIpAddress!.MapToIPv4();
        var instance = int.Parse(Instance().Match(context.Request.Headers.UserAgent.ToString()).Groups[1].Value, CultureInfo.InvariantCulture);
        Come(address, instance);
        try
        {
            await AnswerAsync(context, address.GetAddressBytes(), instance);
        }
        finally
        {
            // An answer without a length ends when this method does: whoever has it whole has left.
            Leave(address, instance);
        }
    }

    private void Come(IPAddress address, int instance)
    {
        lock (visitors)
        {
            if (!visitors.TryGetValue(address, out var there))
            {
                visitors[address] = there = [];
            }

            there.Add(instance);
            MostAtOnce = Math.Max(MostAtOnce, there.Count(visitor => visitor != struck));
        }
    }

    private void Leave(IPAddress address, int instance)
    {
        lock (visitors)
        {
            visitors[address].Remove(instance);
        }
    }

    private async Task AnswerAsync(HttpContext context, byte[] address, int instance)
    {
        if (!context.Request.Path.StartsWithSegments("/feed0") && !context.Request.Path.StartsWithSegments("/feed1"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var host = ((address[1] - 1) * 62500) + (address[2] * 250) + address[3] - 1;
        var number = (host * FeedsPerHost) + (context.Request.Path == "/feed1" ? 1 : 0);
        Interlocked.Increment(ref asked[number]);
        var shard = shardOf[number].Number;
        if (Interlocked.Increment(ref askedOfShard[shard]) >= (sizes[shard] + 1) / 2 && Interlocked.Exchange(ref strike, null) is { } hit)
        {
            struck = instance;
            hit(instance);
            context.Abort();
            return;
        }

        var tag = $"\"{(HasNews(number) ? Edition : 1)}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Feed(number)));
    }

    private string Feed(int number)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Feed {number}</title><link>/</link>");
        if (Edition > 1 && HasNews(number))
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid>{number}-news</guid><title>Tribunal refuses visa of 501 deportee</title><link>/{number}/tribunal</link><pubDate>{At(15 * 60):R}</pubDate>")
                .Append("<description>A tribunal in Brisbane has refused to restore the visa of a New Zealander who was to be deported under section 501 of the Migration Act. ")
                .Append("The man, 38, moved to Australia when he was nine; his visa was cancelled on character grounds. He is to be deported to New Zealand within a month.</description></item>");
        }

        for (var entry = entries; entry > 0; entry--)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid>{number}-{entry}</guid><title>Council of town {number} votes on matter {entry}</title><link>/{number}/{entry}</link><pubDate>{At(entry):R}</pubDate><description>The road will be mended.</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    [GeneratedRegex(@"desk(\d+)@")]
    private static partial Regex Instance();
}
