using System.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>A tag's name. Equal names of one document are one object.</summary>
/// <param name="Prefix">Lower case; empty where there is none.</param>
/// <param name="Local">Lower case.</param>
internal sealed record XmlName(string Prefix, string Local)
{
    public Vocabulary Vocabulary { get; set; }

    /// <summary>The state of the namespaces in which <see cref="Vocabulary"/> was found.</summary>
    public int Scope { get; set; } = -1;

    /// <summary>Where the last end tag of this local name begins; -1 until somebody asks.</summary>
    public int LastEnd { get; set; } = -1;
}

/// <summary>The names of a document, by their bytes as written. Bounded: a document of invented names is not remembered.</summary>
internal sealed class XmlNames
{
    private const int Max = 1024;

    private readonly Dictionary<Bytes, XmlName> exact = [];
    private readonly Dictionary<(string, string), XmlName> folded = [];
    private readonly (byte[] Raw, XmlName Name)[] recent = new (byte[], XmlName)[64];

    public XmlName Of(ReadOnlySpan<byte> raw)
    {
        var slot = ((raw.Length * 31) + (raw.Length > 0 ? (raw[^1] * 7) + raw[0] : 0)) & 63;
        if (recent[slot].Raw is { } known && raw.SequenceEqual(known))
        {
            return recent[slot].Name;
        }

        var written = raw.ToArray();
        var key = new Bytes(written);
        if (!exact.TryGetValue(key, out var name))
        {
            var text = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 256)]).ToLowerInvariant();
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

            if (exact.Count < Max)
            {
                exact.Add(key, name);
            }
        }

        recent[slot] = (written, name);
        return name;
    }

    private readonly struct Bytes(byte[] value) : IEquatable<Bytes>
    {
        private readonly byte[] value = value;

        public bool Equals(Bytes other) => value.AsSpan().SequenceEqual(other.value);

        public override bool Equals(object? obj) => obj is Bytes other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(value);
            return hash.ToHashCode();
        }
    }
}
