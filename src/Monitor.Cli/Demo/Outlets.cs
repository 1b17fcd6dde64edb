using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Cli.Demo;

/// <summary>
/// The outlets of the sample day as they would be on the web, each under a name of its own in .localhost (RFC 6761), on one
/// port of the loopback address: conditional requests, the outlet that refuses, the outlet that is down.
/// </summary>
internal sealed class Outlets : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SampleDay day;
    private readonly int port;
    private int requests;

    private Outlets(WebApplication app, SampleDay day, int port) => (this.app, this.day, this.port) = (app, day, port);

    /// <summary>The poll whose files are served: the first, the second or the third.</summary>
    public int Poll { get; set; } = 1;

    /// <summary>Whether the second poll's files are served, rather than the first's.</summary>
    public bool IsSecondPoll
    {
        get => Poll > 1;
        set => Poll = value ? 2 : 1;
    }

    public int Requests => requests;

    public static async Task<Outlets> StartAsync(SampleDay day, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var outlets = new Outlets(app, day, port);
        app.Run(outlets.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return outlets;
    }

    /// <summary>The outlet's own address, without a slash at the end. Nothing listens at that of an outlet that is down.</summary>
    public static string Origin(SampleOutlet outlet, int port) => $"http://{outlet.Id}.localhost:{(outlet.Down ? port + 1 : port)}";

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var outlet = day.Outlets.FirstOrDefault(known => context.Request.Host.Host == $"{known.Id}.localhost");
        var path = context.Request.Path.Value ?? "/";
        if (outlet is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (path == outlet.Feed.Path)
        {
            await FeedAsync(context, outlet);
        }
        else if (PageFile(outlet, path) is { } page)
        {
            await WriteAsync(context, outlet, page, "text/html", StatusCodes.Status200OK);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task FeedAsync(HttpContext context, SampleOutlet outlet)
    {
        var feed = outlet.Feed;
        var (name, since) = Poll switch
        {
            > 2 when feed.Third is not null => (feed.Third, day.End),
            > 1 when feed.Second is not null => (feed.Second, day.SecondPoll),
            _ => (feed.File, day.FirstPoll),
        };
        if (name is not { } file)
        {
            context.Response.StatusCode = feed.Status;
            return;
        }

        var path = Path.Combine(day.Folder, file);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path)).AsSpan(0, 6))}\"";
        var modified = since.AddMinutes(-5).ToString("R", CultureInfo.InvariantCulture);
        if (feed.ETag)
        {
            context.Response.Headers.ETag = tag;
        }

        if (feed.LastModified)
        {
            context.Response.Headers.LastModified = modified;
        }

        var known = context.Request.Headers.IfNoneMatch.ToString();
        var asked = context.Request.Headers.IfModifiedSince.ToString();
        if ((feed.ETag && known == tag) || (feed.LastModified && known.Length == 0 && asked == modified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteAsync(context, outlet, path, feed.ContentType ?? "application/xml", feed.Status);
    }

    // A page that was changed by the second or third poll has another file beside the first.
    private string? PageFile(SampleOutlet outlet, string path)
    {
        if (outlet.Pages is null || path.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        var stem = Path.Combine(day.Folder, outlet.Pages, path.Trim('/'));
        stem = stem.EndsWith(".html", StringComparison.Ordinal) ? stem[..^5] : stem;
        string[] candidates =
        [
            .. Poll > 2 ? [stem + ".third.html"] : Array.Empty<string>(),
            .. IsSecondPoll ? [stem + ".second.html"] : Array.Empty<string>(),
            stem + ".html",
            Path.Combine(stem, "index.html"),
        ];
        return candidates.FirstOrDefault(File.Exists);
    }

    private async Task WriteAsync(HttpContext context, SampleOutlet outlet, string file, string contentType, int status)
    {
        var content = Replace(await File.ReadAllBytesAsync(file), "{origin}"u8, Encoding.ASCII.GetBytes(Origin(outlet, port)));
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content);
    }

    // Byte for byte: the files come in more than one encoding.
    private static byte[] Replace(ReadOnlySpan<byte> content, ReadOnlySpan<byte> placeholder, ReadOnlySpan<byte> value)
    {
        using var replaced = new MemoryStream(content.Length);
        for (int at; (at = content.IndexOf(placeholder)) >= 0; content = content[(at + placeholder.Length)..])
        {
            replaced.Write(content[..at]);
            replaced.Write(value);
        }

        replaced.Write(content);
        return replaced.ToArray();
    }
}
