using System.Buffers;
using System.Globalization;
using System.IO.Compression;

namespace Monitor.Adapters.Http;

/// <summary>Reads a body whole, undoing gzip, deflate and br, and stops at a bound on either side of the decompression.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 32 * 1024;

    /// <param name="encoding">Content-Encoding as received. What the first bytes say counts for more: servers lie both ways.</param>
    /// <param name="expected">Bytes of the body as announced; 0 where nothing is.</param>
    /// <exception cref="TooLargeException">A bound was passed.</exception>
    /// <exception cref="InvalidDataException">The compressed data is damaged.</exception>
    public static async Task<byte[]> ReadAsync(Stream wire, string? encoding, long expected, int maxBytes, int maxCompressed, CancellationToken cancellationToken)
    {
        var counted = new CountedStream(wire, maxCompressed);
        await counted.PeekAsync(cancellationToken);
        await using var body = Decode(counted, encoding);
        var isCompressed = !ReferenceEquals(body, counted);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected + 1, FirstBuffer, maxBytes + 1L));
        try
        {
            for (var length = 0; ;)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, maxBytes + 1L));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await ReadAsync(body, buffer.AsMemory(length), cancellationToken);
                length += read;
                if (length > maxBytes)
                {
                    throw new TooLargeException(isCompressed ? $"decompresses to more than {Size(maxBytes)}" : $"sends more than {Size(maxBytes)}");
                }

                if (read == 0)
                {
                    return buffer.AsSpan(0, length).ToArray();
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        // What BrotliStream throws where its siblings throw InvalidDataException.
        catch (InvalidOperationException damaged) when (body is BrotliStream)
        {
            throw new InvalidDataException(damaged.Message, damaged);
        }
    }

    private static Stream Decode(CountedStream wire, string? encoding)
    {
        if (wire.First is 0x1f && wire.Second is 0x8b)
        {
            return new GZipStream(wire, CompressionMode.Decompress);
        }

        var token = encoding?.Trim().ToLowerInvariant();
        return token switch
        {
            "br" => new BrotliStream(wire, CompressionMode.Decompress),
            // RFC 9110, 8.4.1.2: deflate is the zlib format, but servers send the bare one too.
            "deflate" when (wire.First & 0x0f) == 8 && ((wire.First << 8) | wire.Second) % 31 == 0 => new ZLibStream(wire, CompressionMode.Decompress),
            "deflate" when wire.First != '<' => new DeflateStream(wire, CompressionMode.Decompress),
            _ => wire,
        };
    }

    private static string Size(int bytes) =>
        bytes >= 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB");

    /// <summary>The body as it travels: its first two bytes can be looked at, and its length is bounded.</summary>
    private sealed class CountedStream(Stream inner, int maxBytes) : Stream
    {
        private readonly byte[] peeked = new byte[2];
        private int peekedLength;
        private int replayed;
        private long total;

        public int First => peekedLength > 0 ? peeked[0] : -1;

        public int Second => peekedLength > 1 ? peeked[1] : -1;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public async Task PeekAsync(CancellationToken cancellationToken) =>
            peekedLength = await inner.ReadAtLeastAsync(peeked, peeked.Length, throwOnEndOfStream: false, cancellationToken);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (replayed < peekedLength)
            {
                var count = Math.Min(buffer.Length, peekedLength - replayed);
                peeked.AsMemory(replayed, count).CopyTo(buffer);
                replayed += count;
                return count;
            }

            var read = await inner.ReadAsync(buffer, cancellationToken);
            total += read;
            return total <= maxBytes ? read : throw new TooLargeException($"sends more than {Size(maxBytes)}");
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}

/// <summary>A body passed its bound; the message is the outcome's clause.</summary>
internal sealed class TooLargeException(string message) : IOException(message);
