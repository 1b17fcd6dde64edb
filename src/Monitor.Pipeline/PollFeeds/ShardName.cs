using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// One part of the feeds. Which part a feed is in follows from its host alone: all feeds of one host are read by one instance,
/// which asks it for one at a time.
/// </summary>
/// <param name="Number">From 0 to one less than <paramref name="Of"/>.</param>
/// <param name="Of">In how many parts the feeds are: a power of two, 1 for a desk that one instance serves.</param>
public readonly record struct ShardName(int Number, int Of)
{
    /// <summary>All feeds.</summary>
    public static ShardName Only { get; } = new(0, 1);

    public bool IsOnly => Of == 1;

    public static IEnumerable<ShardName> All(int of) => Enumerable.Range(0, of).Select(number => new ShardName(number, of));

    public static ShardName Holding(FollowedFeed feed, int of)
    {
        var host = feed.Url.IdnHost.ToLowerInvariant();
        var site = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(site), hash);
        return new ShardName((int)(BinaryPrimitives.ReadUInt32LittleEndian(hash) % (uint)of), of);
    }

    public bool Holds(FollowedFeed feed) => IsOnly || Holding(feed, Of) == this;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-of-{Of}");
}
