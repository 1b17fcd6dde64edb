using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Benchmarks.Startup;

/// <summary>A web app as it is deployed: a folder with an executable.</summary>
internal sealed class PublishedApp(string executable)
{
    private const int ProbeEveryMilliseconds = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly byte[] Question = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

    /// <summary>Publishes a project, self-contained, for linux-x64.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message is its output.</exception>
    public static PublishedApp Of(string project, string name)
    {
        var output = Path.Combine(Repository.Root, "artifacts", "benchmarks", name);
        string[] arguments = ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-r", "linux-x64", "--self-contained", "-o", output, "-v", "quiet", "-nodeReuse:false"];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? new PublishedApp(Path.Combine(output, name)) : throw new InvalidOperationException(said);
    }

    /// <summary>Seconds from the start of the process to the first byte of its answer to GET /.</summary>
    public double SecondsToFirstAnswer()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(executable) { WorkingDirectory = Path.GetDirectoryName(executable), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!Answers(port))
            {
                if (process.HasExited || clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"{executable} does not answer");
                }

                Thread.Sleep(ProbeEveryMilliseconds);
            }

            return clock.Elapsed.TotalSeconds;
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static bool Answers(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
        }
        catch (SocketException)
        {
            return false;
        }

        socket.Send(Question);
        return socket.Receive(new byte[512]) > 0;
    }

    private static int FreePort()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }
}
