using System.Net;
using System.Net.Sockets;

namespace Monitor.Cli.LocalHost;

/// <summary>Ports of the loopback address.</summary>
internal static class Ports
{
    /// <summary>A port that nothing listens on at this moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Waits until something listens on the port.</summary>
    /// <exception cref="LocalHostException">Nothing does after the time, or the process has ended.</exception>
    public static async Task WaitAsync(int port, ChildProcess process, string what, TimeSpan time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        while (true)
        {
            if (process.HasExited)
            {
                throw new LocalHostException($"{what} ended with code {process.ExitCode}; its last words are in {process.LogFile}");
            }

            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalHostException($"{what} did not listen on port {port} within {time.TotalSeconds:0} s; see {process.LogFile}");
            }
        }
    }
}

/// <summary>Something that this machine lacks or that would not start. The message is for people, in one line.</summary>
internal sealed class LocalHostException(string message) : Exception(message);
