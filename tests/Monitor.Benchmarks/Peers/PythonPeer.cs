using System.Diagnostics;
using System.Globalization;
using Monitor.Benchmarks.Measuring;

namespace Monitor.Benchmarks.Peers;

/// <summary>Another reader, in Debian's Python, kept running so that it can take turns; it times itself, start-up left out.</summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process process;

    private PythonPeer(Process process) => this.process = process;

    /// <summary>How many times as fast the subject is, in turns with the peer over the same documents.</summary>
    /// <param name="script">A file of this folder.</param>
    /// <param name="package">The Debian package that the script needs.</param>
    /// <param name="pass">The subject's pass over the documents.</param>
    public static Outcome Times(string script, string package, IReadOnlyList<byte[]> documents, Func<byte[], long> pass)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark");
        try
        {
            for (var i = 0; i < documents.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i:0000}"), documents[i]);
            }

            using var peer = Start(script, folder.FullName);
            if (peer is null)
            {
                return new Outcome.Skipped($"{package} is not here: apt-get install {package}");
            }

            return Race.Of(peer.SecondsOfPass, Race.Settled(() => documents.Sum(pass)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static PythonPeer? Start(string script, string folder)
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Peers", script), folder];
        var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        return process.StandardOutput.ReadLine() == "ready" ? new PythonPeer(process) : null;
    }

    private double SecondsOfPass()
    {
        process.StandardInput.WriteLine();
        return double.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended"), CultureInfo.InvariantCulture);
    }
}
