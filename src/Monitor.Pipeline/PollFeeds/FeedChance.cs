using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// The chance in a feed's schedule. It follows from the feed and the run's instant, so that a run which is repeated decides the
/// same again.
/// </summary>
public static class FeedChance
{
    public static Random Of(string feed, DateTimeOffset now)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{feed} {now.UtcTicks}"), hash);
        return new Random(BinaryPrimitives.ReadInt32LittleEndian(hash));
    }
}
