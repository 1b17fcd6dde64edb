using System.Text;
using System.Text.Unicode;

namespace Monitor.Core.Text;

/// <summary>
/// Bytes to text when nobody can be believed. In order: a byte order mark; the zero bytes of UTF-16 and UTF-32; the header's
/// charset; the document's own declaration; the bytes. A declared encoding that the bytes contradict is passed over: text that
/// is valid UTF-8 and not ASCII is UTF-8 whatever it claims, and invalid UTF-8 is never UTF-8. A document that is nearly all
/// UTF-8 keeps it, and its stray bytes are read as windows-1252.
/// </summary>
public static class TextDecoder
{
    /// <summary>"&lt;?xm" in every EBCDIC (XML 1.0, appendix F).</summary>
    private static ReadOnlySpan<byte> EbcdicDeclaration => [0x4C, 0x6F, 0xA7, 0x94];

    /// <summary>Reads any bytes at all; linear in their number.</summary>
    /// <param name="contentType">The Content-Type header as received; null where there is none.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        var choice = Choose(bytes, contentType, kind);
        return new DecodedText(choice.Read(bytes), choice.Encoding.Name, choice.Evidence, choice.Mended);
    }

    /// <summary>The same document as valid UTF-8 without a byte order mark; the very bytes given where they are that already.</summary>
    internal static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes, string? contentType, MarkupKind kind, out EncodingChoice choice)
    {
        choice = Choose(bytes.Span, contentType, kind);
        return choice is { Encoding.IsUtf8: true, Mixed: false }
            ? bytes[choice.Skip..]
            : Encoding.UTF8.GetBytes(choice.Read(bytes.Span));
    }

    private static EncodingChoice Choose(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        if (FromByteOrderMark(bytes) is { } marked)
        {
            return marked.Encoding.IsUtf8 && !Utf8.IsValid(bytes) ? marked with { Mixed = true, Mended = "some bytes are not UTF-8, and were read as windows-1252" } : marked;
        }

        if (FromZeroBytes(bytes) is { } wide)
        {
            return wide;
        }

        if (kind == MarkupKind.Xml && bytes.StartsWith(EbcdicDeclaration))
        {
            return new EncodingChoice(Charset.DeclaredInEbcdic(bytes), EncodingEvidence.Declaration);
        }

        var header = TextEncoding.Of(Charset.OfContentType(contentType));
        var declaredLabel = Charset.Declared(bytes, kind);
        var declared = TextEncoding.Of(declaredLabel);
        var shape = Utf8Shape.Of(bytes);
        var lie = (string?)null;
        foreach (var (encoding, evidence) in new[] { (header, EncodingEvidence.Header), (declared, EncodingEvidence.Declaration) })
        {
            if (encoding is null)
            {
                continue;
            }

            if (Holds(encoding, shape, bytes))
            {
                return new EncodingChoice(encoding, evidence, Mended: lie);
            }

            lie ??= $"declared as {encoding.Name}, which its bytes are not";
        }

        if (declared is null && declaredLabel.Length > 0)
        {
            lie ??= "declared in an encoding that nothing reads";
        }

        if (shape.Invalid == 0)
        {
            return new EncodingChoice(TextEncoding.Utf8, EncodingEvidence.Sniffed, Mended: lie);
        }

        return shape.Sequences >= shape.Invalid
            ? new EncodingChoice(TextEncoding.Utf8, EncodingEvidence.Sniffed, Mixed: true, Mended: "some bytes are not UTF-8, and were read as windows-1252")
            : new EncodingChoice(LegacyGuess.Of(bytes), EncodingEvidence.Sniffed, Mended: lie ?? (kind == MarkupKind.Html ? null : "no encoding is declared and it is not UTF-8"));
    }

    /// <summary>Whether the bytes can be what they are declared to be.</summary>
    private static bool Holds(TextEncoding encoding, Utf8Shape shape, ReadOnlySpan<byte> bytes)
    {
        if (encoding.IsUtf8)
        {
            return shape.Invalid == 0 && (shape.Sequences > 0 || !bytes.Contains(TextEncoding.Escape));
        }

        if (encoding.IsWide || encoding.IsEbcdic)
        {
            return false;
        }

        // By chance a legacy text of a few characters may read as UTF-8; a longer one does not.
        var readsAsUtf8 = shape.Invalid == 0 && shape.Sequences >= (encoding.IsSingleByte ? 1 : 4);
        return !readsAsUtf8 && encoding.Fits(bytes);
    }

    private static EncodingChoice? FromByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new EncodingChoice(TextEncoding.Utf8, EncodingEvidence.ByteOrderMark, 3),
        [0xFF, 0xFE, 0, 0, ..] => new EncodingChoice(TextEncoding.Utf32LittleEndian, EncodingEvidence.ByteOrderMark, 4),
        [0, 0, 0xFE, 0xFF, ..] => new EncodingChoice(TextEncoding.Utf32BigEndian, EncodingEvidence.ByteOrderMark, 4),
        [0xFF, 0xFE, ..] => new EncodingChoice(TextEncoding.Utf16LittleEndian, EncodingEvidence.ByteOrderMark, 2),
        [0xFE, 0xFF, ..] => new EncodingChoice(TextEncoding.Utf16BigEndian, EncodingEvidence.ByteOrderMark, 2),
        _ => null,
    };

    private static EncodingChoice? FromZeroBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [> 0 and < 0x80, 0, 0, 0, > 0 and < 0x80, 0, 0, 0, ..] => new EncodingChoice(TextEncoding.Utf32LittleEndian, EncodingEvidence.ZeroBytes),
        [0, 0, 0, > 0 and < 0x80, 0, 0, 0, > 0 and < 0x80, ..] => new EncodingChoice(TextEncoding.Utf32BigEndian, EncodingEvidence.ZeroBytes),
        [> 0 and < 0x80, 0, > 0 and < 0x80, 0, ..] => new EncodingChoice(TextEncoding.Utf16LittleEndian, EncodingEvidence.ZeroBytes),
        [0, > 0 and < 0x80, 0, > 0 and < 0x80, ..] => new EncodingChoice(TextEncoding.Utf16BigEndian, EncodingEvidence.ZeroBytes),
        _ => null,
    };
}
