using System.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>The names of a document, by their bytes as written. Bounded: a document of invented names is not remembered.</summary>
internal sealed class XmlNames
{
    private const int Max = 1024;
    private const int Longest = 256;

    private readonly Dictionary<byte[], XmlName> exact = new(Bytes.Instance);
    private readonly Dictionary<(string Prefix, string Local), XmlName> folded = [];

    public XmlName Of(ReadOnlySpan<byte> written)
    {
        var lookup = exact.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(written, out var name))
        {
            return name;
        }

        var text = Encoding.UTF8.GetString(written[..Math.Min(written.Length, Longest)]).ToLowerInvariant();
        var colon = text.LastIndexOf(':');
        var parts = (colon < 0 ? "" : text[..colon], text[(colon + 1)..]);
        if (!folded.TryGetValue(parts, out name))
        {
            name = new XmlName(parts.Item1, parts.Item2);
            if (folded.Count < Max)
            {
                folded.Add(parts, name);
            }
        }

        if (exact.Count < Max && written.Length <= Longest)
        {
            lookup[written] = name;
        }

        return name;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Bytes Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
