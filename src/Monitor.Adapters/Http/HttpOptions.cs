using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Monitor.Adapters.Http;

/// <summary>How the web is asked. Every bound is there because somebody's server once went past it.</summary>
public sealed class HttpOptions
{
    public const string Section = "Monitor:Http";

    /// <summary>Where an outlet reaches the operator: an e-mail or web address, sent in the User-Agent. No default: whoever runs Monitor answers for it.</summary>
    [Required]
    [RegularExpression("[!-'*-~]{3,200}", ErrorMessage = "Contact is an e-mail or web address, without spaces and brackets")]
    public string Contact { get; set; } = "";

    /// <summary>Bytes of a feed after decompression; 10 MB.</summary>
    [Range(1, int.MaxValue / 2)]
    public int MaxFeedBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Bytes of a page after decompression; 5 MB.</summary>
    [Range(1, int.MaxValue / 2)]
    public int MaxPageBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Bytes of any body as it travels; 10 MB.</summary>
    [Range(1, int.MaxValue / 2)]
    public int MaxCompressedBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>From asking to the answer's headers, looking up the name and connecting included; 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan FirstByteTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>From asking to the body's last byte, redirects included, waiting for the host's turn left out; 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For one of several addresses of a host before the next is tried; 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan ConnectTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Redirects followed for one document; 5 (RFC 9309 asks for as many).</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Between the end of one visit to a host and the next, lengthened by up to half at random; 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan PausePerHost { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest crawl-delay that is obeyed in full; what asks for more gets this; 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxCrawlDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Hosts asked at the same time; 64.</summary>
    [Range(1, 1024)]
    public int MaxHostsAtOnce { get; set; } = 64;

    /// <summary>For a laptop's demo and for tests: loopback addresses may be asked, on any port. Every other private address stays refused. Off.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Pages are read only where the host's robots.txt lets us. On.</summary>
    public bool RespectRobots { get; set; } = true;

    /// <summary>How long a robots.txt counts before it is read again; 12 hours (RFC 9309 allows 24).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RobotsLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a host whose robots.txt answers with a server error is left alone; 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RobotsRetry { get; set; } = TimeSpan.FromHours(1);
}

[OptionsValidator]
internal sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>;
