using System.Net;
using System.Net.Sockets;
using Monitor.Core.Addresses;

namespace Monitor.Adapters.Http;

/// <summary>
/// Connects to the very address that was checked: a name is looked up once, every address is put to the policy, and the socket
/// is opened to an address and never to the name, so that a name that changes its mind in between gains nothing.
/// </summary>
internal sealed class CheckedConnection(HttpOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var resolved = IPAddress.TryParse(host, out var literal) ? [literal]
            // Not every resolver knows that these names need no look-up.
            : options.AllowLoopback && AddressPolicy.IsLocalName(host) ? [IPAddress.Loopback]
            : await resolve(host, cancellationToken);
        var verdict = new AddressVerdict(false, "the name has no address");
        var addresses = resolved.Where(address => (verdict = AddressPolicy.Check(address, options.AllowLoopback)).Allowed).ToList();
        for (var i = 0; i < addresses.Count; i++)
        {
            var isLast = i == addresses.Count - 1;
            try
            {
                return await ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), isLast, cancellationToken);
            }
            catch (SocketException) when (!isLast)
            {
            }
            catch (OperationCanceledException) when (!isLast && !cancellationToken.IsCancellationRequested)
            {
            }
        }

        throw new RefusedAddressException(resolved.Length > 0 && literal is null ? $"{host} leads inside: {verdict.Reason}" : verdict.Reason);
    }

    private async Task<Stream> ConnectAsync(IPEndPoint endPoint, bool isLast, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : options.ConnectTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Every address of a name is refused. The handler wraps it; <see cref="NetworkFailure"/> takes it out again.</summary>
internal sealed class RefusedAddressException(string reason) : IOException(reason);
