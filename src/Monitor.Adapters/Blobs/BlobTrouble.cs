using Azure;
using Azure.Identity;

namespace Monitor.Adapters.Blobs;

/// <summary>What kept storage from doing what it was asked.</summary>
/// <param name="Said">One clause; names no key.</param>
public sealed record BlobTrouble(BlobTroubleKind Kind, string Said)
{
    /// <summary>Null for a failure that is not storage's.</summary>
    public static BlobTrouble? Of(Exception failure) => failure switch
    {
        AggregateException { InnerException: { } first } => Of(first),
        CredentialUnavailableException => new(BlobTroubleKind.NoCredential, "no Azure credential was found"),
        AuthenticationFailedException => new(BlobTroubleKind.NoCredential, "Azure gave no token for the credential that was found"),
        RequestFailedException { Status: 0 } e => new(BlobTroubleKind.NoAnswer, FirstLine(e.InnerException?.Message ?? e.Message)),
        // The one of many reasons for 403 that no role mends.
        RequestFailedException { ErrorCode: "AuthenticationFailed" or "InvalidAuthenticationInfo" } e => new(BlobTroubleKind.Unknown, Answer(e)),
        RequestFailedException { ErrorCode: "KeyBasedAuthenticationNotPermitted" } e => new(BlobTroubleKind.NoKeys, Answer(e)),
        RequestFailedException { ErrorCode: "AuthorizationFailure" } e => new(BlobTroubleKind.Network, Answer(e)),
        RequestFailedException { Status: 401 or 403 } e => new(BlobTroubleKind.NoRole, Answer(e)),
        RequestFailedException e => new(BlobTroubleKind.Other, Answer(e)),
        _ => null,
    };

    private static string Answer(RequestFailedException e) => $"storage answered {e.Status}{(e.ErrorCode is null ? "" : $" ({e.ErrorCode})")}";

    private static string FirstLine(string text) => text.Split('\n')[0].Trim().TrimEnd('.');
}

public enum BlobTroubleKind
{
    /// <summary>Nothing listens there, or the name is unknown.</summary>
    NoAnswer,

    /// <summary>Whoever asks is signed in to nothing.</summary>
    NoCredential,

    /// <summary>The signature is wrong: another account's key, or clocks that are apart.</summary>
    Unknown,

    /// <summary>The account takes no keys.</summary>
    NoKeys,

    /// <summary>The account is closed to this network.</summary>
    Network,

    /// <summary>Known, and not allowed to.</summary>
    NoRole,

    Other,
}
