using System.Net.Sockets;
using System.Security.Authentication;
using Monitor.Pipeline.PollFeeds;

namespace Monitor.Adapters.Http;

/// <summary>What the network did to us, as an outcome with a plain clause.</summary>
internal static class NetworkFailure
{
    /// <summary>The outcome of a failed request; null where the failure is no failure of the network.</summary>
    public static FetchOutcome? Explain(Exception failure)
    {
        var (error, depth) = (HttpRequestError.Unknown, 0);
        for (var e = failure; e is not null && depth < 16; e = e.InnerException, depth++)
        {
            switch (e)
            {
                case RefusedAddressException refused:
                    return new FetchOutcome.Refused(refused.Message);
                case TooLargeException tooLarge:
                    return new FetchOutcome.Broken(tooLarge.Message);
                case AuthenticationException:
                    return new FetchOutcome.Broken("no secure connection could be made (its certificate is not valid, or it speaks no TLS)");
                case InvalidDataException:
                    return new FetchOutcome.Broken("its compressed body is damaged");
                case SocketException socket:
                    return new FetchOutcome.Broken(Clause(socket.SocketErrorCode));
                case HttpIOException io:
                    error = io.HttpRequestError;
                    break;
                case HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request:
                    error = request.HttpRequestError;
                    break;
                default:
                    break;
            }
        }

        return failure is HttpRequestException or IOException ? new FetchOutcome.Broken(Clause(error)) : null;
    }

    private static string Clause(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => "no such host",
        SocketError.TryAgain or SocketError.NoRecovery => "its name could not be looked up",
        SocketError.ConnectionRefused => "the connection was refused",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection was reset",
        SocketError.TimedOut => "the connection timed out",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown or SocketError.AddressNotAvailable => "is offline",
        _ => "the connection failed",
    };

    private static string Clause(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "no such host",
        HttpRequestError.SecureConnectionError => "no secure connection could be made",
        HttpRequestError.ResponseEnded => "the connection ended before the answer did",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "its answer is not proper HTTP",
        HttpRequestError.ConfigurationLimitExceeded => "its answer's headers are too long",
        _ => "the connection failed",
    };
}
