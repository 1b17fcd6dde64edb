using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Feeds;

/// <summary>
/// An entry that a feed has shown, as short as its identity allows: each part is 11 characters of a SHA-256 (64 bits), empty
/// where the entry has no such part.
/// </summary>
/// <param name="Id">Of the identifier as written.</param>
/// <param name="Link">Of the link without its scheme, fragment and last slash.</param>
/// <param name="Title">Of the title.</param>
/// <param name="Text">Of summary and content together.</param>
/// <param name="LastSeen">The last day on which the feed showed it.</param>
public sealed record SeenEntry(string Id, string Link, string Title, string Text, DateOnly LastSeen)
{
    public static SeenEntry Of(Entry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new SeenEntry(
            Mark(entry.Id?.Trim()),
            Mark(Plain(entry.Link)),
            Mark(entry.Title?.Trim()),
            Mark(entry.Summary is null && entry.Content is null ? null : $"{entry.Summary}\n{entry.Content}"),
            today);
    }

    private static string Mark(string? part)
    {
        if (string.IsNullOrEmpty(part))
        {
            return "";
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(part), hash);
        return Base64Url.EncodeToString(hash[..8]);
    }

    private static string? Plain(string? link)
    {
        if (link is null)
        {
            return null;
        }

        var plain = link.AsSpan().Trim();
        var scheme = plain.IndexOf("://");
        plain = scheme < 0 ? plain : plain[(scheme + 3)..];
        var fragment = plain.IndexOf('#');
        // An address that differs in its fragment alone is another article only where the fragment is a path ("#!/story").
        plain = fragment < 0 || plain[fragment..].Contains('/') ? plain : plain[..fragment];
        return plain.TrimEnd('/').ToString();
    }
}
