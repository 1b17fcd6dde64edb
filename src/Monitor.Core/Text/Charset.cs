using System.Buffers;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>The labels by which a document and its header name an encoding. A label is empty where none is named.</summary>
internal static class Charset
{
    /// <summary>How far into a page its meta element is looked for. Browsers stop at 1,024 bytes; outlets do not.</summary>
    private const int MetaReach = 8192;

    private static readonly SearchValues<char> ParameterEnd = SearchValues.Create("\"'; ,\t");
    private static readonly SearchValues<char> DeclarationEnd = SearchValues.Create("\"'? \t\r\n");

    public static ReadOnlySpan<char> OfContentType(string? contentType)
    {
        var rest = contentType.AsSpan();
        var at = rest.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return default;
        }

        rest = rest[(at + 7)..].TrimStart();
        if (!rest.StartsWith("="))
        {
            return default;
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(ParameterEnd);
        return end < 0 ? rest : rest[..end];
    }

    public static string Declared(ReadOnlySpan<byte> bytes, MarkupKind kind)
    {
        var label = kind is MarkupKind.Json or MarkupKind.Plain ? "" : OfXmlDeclaration(bytes);
        return label.Length == 0 && kind == MarkupKind.Html ? OfMeta(bytes) : label;
    }

    public static TextEncoding DeclaredInEbcdic(ReadOnlySpan<byte> bytes)
    {
        var head = TextEncoding.Ebcdic.Decoder.GetString(bytes[..Math.Min(bytes.Length, 256)]);
        return TextEncoding.Of(OfXmlDeclaration(Encoding.Latin1.GetBytes(head))) is { IsEbcdic: true } declared ? declared : TextEncoding.Ebcdic;
    }

    private static string OfXmlDeclaration(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        var start = head.IndexOf("<?xml"u8);
        if (start < 0)
        {
            return "";
        }

        head = head[start..];
        var end = head.IndexOf((byte)'>');
        head = end < 0 ? head : head[..end];
        var at = head.IndexOf("encoding"u8);
        return at < 0 ? "" : Value(head[(at + 8)..]);
    }

    private static string OfMeta(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, MetaReach)];
        for (var at = head.IndexOf((byte)'<'); at >= 0; at = head.IndexOf((byte)'<'))
        {
            head = head[(at + 1)..];
            if (head.Length < 5 || !Ascii.EqualsIgnoreCase(head[..4], "meta"u8))
            {
                continue;
            }

            var end = head.IndexOf((byte)'>');
            var element = Encoding.Latin1.GetString(end < 0 ? head : head[..end]);
            var label = OfContentType(element);
            if (label.Length > 0)
            {
                // A page that a scanner could read as ASCII is not UTF-16, whatever it says (HTML, "prescan").
                return label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label.ToString();
            }
        }

        return "";
    }

    /// <summary>The quoted value after "= "; browsers and authors are free with the spaces around it.</summary>
    private static string Value(ReadOnlySpan<byte> text)
    {
        var rest = Encoding.Latin1.GetString(text).AsSpan().TrimStart();
        if (!rest.StartsWith("="))
        {
            return "";
        }

        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(DeclarationEnd);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
