using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Adapters.Mail.Acs;

/// <summary>
/// What the service is to call its work on a message. It follows from the message's identifier, so that handing the same message
/// over twice names the same work.
/// </summary>
internal static class OperationId
{
    /// <param name="ended">Works on this message that have ended without a mail: the service would give the old result for an old name.</param>
    /// <returns>A UUID of version 8 (RFC 9562, 5.8) made of SHA-256.</returns>
    public static string Of(string messageId, int ended)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"monitor mail\n{messageId}\n{ended}\n"))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
