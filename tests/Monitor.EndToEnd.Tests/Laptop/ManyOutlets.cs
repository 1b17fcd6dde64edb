using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>
/// Many outlets on addresses of their own, 127.x.y.z, one port: to the fetcher each is a host. Every one has a feed of some
/// entries with an ETag; some misbehave, by their number.
/// </summary>
internal sealed class ManyOutlets : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly int entries;
    private int edition = 1;
    private int full;
    private int unchanged;

    private ManyOutlets(WebApplication app, int port, int entries) => (this.app, Port, this.entries) = (app, port, entries);

    public int Port { get; }

    /// <summary>Feeds sent whole.</summary>
    public int Full => full;

    /// <summary>Feeds answered with 304.</summary>
    public int Unchanged => unchanged;

    /// <summary>Every feed has one entry more from now on.</summary>
    public void PublishOneMore() => edition++;

    /// <summary>Linux answers on the whole of 127.0.0.0/8; other systems on 127.0.0.1 alone.</summary>
    public static bool IsPossible()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.1.2.3"), 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static async Task<ManyOutlets> StartAsync(int port, int entries)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Any, port));
        var app = builder.Build();
        var outlets = new ManyOutlets(app, port, entries);
        app.Run(outlets.AnswerAsync);
        await app.StartAsync();
        return outlets;
    }

    public string Address(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.{1 + (number / 62500)}.{number / 250 % 250}.{1 + (number % 250)}:{Port}/feed");

    public string Opml(int feeds)
    {
        var outlines = Enumerable.Range(0, feeds).Select(number => $"<outline type=\"rss\" id=\"f{number}\" text=\"Feed {number}\" xmlUrl=\"{Address(number)}\"/>");
        return $"<opml version=\"2.0\"><head><title>t</title></head><body>{string.Concat(outlines)}</body></opml>";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var address = context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes();
        var number = ((address[1] - 1) * 62500) + (address[2] * 250) + address[3] - 1;
        switch (number % 50)
        {
            case 10:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case 20:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case 30:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "600";
                return;
            case 40:
                context.Response.StatusCode = StatusCodes.Status410Gone;
                return;
            default:
                break;
        }

        var tag = $"\"{edition}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            Interlocked.Increment(ref unchanged);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        Interlocked.Increment(ref full);
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Feed(number)));
    }

    private string Feed(int number)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Feed {number}</title><link>/</link>");
        for (var entry = entries + edition - 1; entry > 0; entry--)
        {
            var at = DateTimeOffset.Parse("2026-11-18T00:00:00Z", CultureInfo.InvariantCulture).AddMinutes(entry * 10);
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid>{number}-{entry}</guid><title>Council of town {number} votes on matter {entry}</title><link>/{number}/{entry}</link><pubDate>{at:R}</pubDate>")
                .Append("<description>&lt;p&gt;The council met on Tuesday and voted on what had been before it since spring. Members said that the road would be mended, the library stay open and the rates rise by less than was feared.&lt;/p&gt;</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
