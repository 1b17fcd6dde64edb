namespace Monitor.Core.Digests;

/// <summary>Someone who gets messages, or a channel that shows them.</summary>
/// <param name="Name">For people; empty where desk.yaml gives only an address. Without control characters, at most 100.</param>
/// <param name="Address">
/// For mail a plain ASCII address (RFC 5321 without quoted local parts), at most 254 characters; else the channel's id in desk.yaml.
/// </param>
public sealed record Recipient(string Name, string Address, Channel Channel = Channel.Mail)
{
    private const int MaxLocalPart = 64;
    private const int MaxAddress = 254;

    /// <summary>
    /// Whether a text may stand as an address in a header and in an envelope: letters, digits and RFC 5322's other atom
    /// characters, one at sign, a domain with a dot (or localhost).
    /// </summary>
    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= MaxLocalPart
            && text.Length <= MaxAddress
            && text[..at].Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomCharacter))
            && IsDomain(text[(at + 1)..]);
    }

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return (labels.Length > 1 || domain == "localhost")
            && labels.All(label => label.Length is > 0 and < 64
                && label[0] != '-' && label[^1] != '-'
                && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
    }

    private static bool IsAtomCharacter(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~".Contains(letter, StringComparison.Ordinal);
}

/// <summary>Recipients of the same messages. Never empty.</summary>
public sealed record RecipientGroup(string Id, IReadOnlyList<Recipient> Members);
