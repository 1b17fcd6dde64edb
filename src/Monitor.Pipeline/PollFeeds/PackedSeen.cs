using System.Buffers.Binary;
using System.Buffers.Text;
using Monitor.Core.Feeds;

namespace Monitor.Pipeline.PollFeeds;

/// <summary>
/// A feed's seen entries as bytes: four marks of eight bytes, zeros where there is none, and the day, 36 bytes in all. As text
/// they would be three times as long, in storage and in memory, and most runs never look at them.
/// </summary>
public static class PackedSeen
{
    private const int MarkBytes = 8;
    private const int EntryBytes = (4 * MarkBytes) + sizeof(int);

    public static int Count(ReadOnlyMemory<byte> packed) => packed.Length / EntryBytes;

    public static ReadOnlyMemory<byte> Pack(IReadOnlyList<SeenEntry> entries)
    {
        var packed = new byte[entries.Count * EntryBytes];
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var into = packed.AsSpan(index * EntryBytes, EntryBytes);
            Pack(entry.Id, into);
            Pack(entry.Link, into[MarkBytes..]);
            Pack(entry.Title, into[(2 * MarkBytes)..]);
            Pack(entry.Text, into[(3 * MarkBytes)..]);
            BinaryPrimitives.WriteInt32LittleEndian(into[(4 * MarkBytes)..], entry.LastSeen.DayNumber);
        }

        return packed;
    }

    public static IEnumerable<SeenEntry> Unpack(ReadOnlyMemory<byte> packed)
    {
        for (var index = 0; index < Count(packed); index++)
        {
            yield return Entry(packed.Span[(index * EntryBytes)..]);
        }
    }

    /// <summary>
    /// No more than <paramref name="most"/> entries, the longest unseen forgotten first; what the feed showed on its last two
    /// days stays, or it would be taken for new when it is shown again.
    /// </summary>
    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> packed, int most)
    {
        var latest = Count(packed) == 0 ? 0 : Day(packed, Count(packed) - 1);
        var forget = 0;
        while (Count(packed) - forget > most && Day(packed, forget) < latest - 1)
        {
            forget++;
        }

        return forget == 0 ? packed : packed[(forget * EntryBytes)..];
    }

    private static int Day(ReadOnlyMemory<byte> packed, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(packed.Span[((index * EntryBytes) + (4 * MarkBytes))..]);

    private static SeenEntry Entry(ReadOnlySpan<byte> from) => new(
        Unpack(from),
        Unpack(from[MarkBytes..]),
        Unpack(from[(2 * MarkBytes)..]),
        Unpack(from[(3 * MarkBytes)..]),
        DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(from[(4 * MarkBytes)..])));

    private static void Pack(string mark, Span<byte> into)
    {
        if (mark.Length > 0)
        {
            Base64Url.DecodeFromChars(mark, into[..MarkBytes]);
        }
    }

    private static string Unpack(ReadOnlySpan<byte> from) =>
        from[..MarkBytes].ContainsAnyExcept((byte)0) ? Base64Url.EncodeToString(from[..MarkBytes]) : "";
}
