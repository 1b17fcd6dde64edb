using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Core.Addresses;

/// <summary>How a host is written: as a name, as an IPv4 address, or so that one looks like the other.</summary>
internal static class HostSpelling
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // WHATWG URL, "ends in a number checker": such a host is an IPv4 address or nothing.
    public static bool IsNumeric(ReadOnlySpan<char> host)
    {
        var trimmed = host.EndsWith(".") ? host[..^1] : host;
        var last = trimmed[(trimmed.LastIndexOf('.') + 1)..];
        return last.Length > 0
            && (last.ContainsAnyExceptInRange('0', '9') is false
                || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && !last[2..].ContainsAnyExcept(HexDigits)));
    }

    public static bool IsDottedDecimal(ReadOnlySpan<char> host, out IPAddress? address) =>
        IPAddress.TryParse(host, out address) && address.AddressFamily == AddressFamily.InterNetwork && host.SequenceEqual(address.ToString());

    public static bool IsName(ReadOnlySpan<char> host)
    {
        if (host.Length > 253)
        {
            return false;
        }

        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (var c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Letters and marks of other scripts spell names (māori.nz); every other non-ASCII character in a host maps to ASCII somewhere.
    public static bool LooksLikeAscii(ReadOnlySpan<char> host)
    {
        foreach (var rune in host.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                continue;
            }

            var spells = Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!spells || rune.Value is 0xaa or 0xba or 0x17f or (>= 0x2070 and <= 0x214f) or (>= 0xff00 and <= 0xffef) or (>= 0x1d400 and <= 0x1d7ff) or (>= 0xfb00 and <= 0xfb06))
            {
                return true;
            }
        }

        return false;
    }

    public static string? Punycode(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
