using System.Diagnostics;

namespace Monitor.Cli.LocalHost;

/// <summary>A process of our own: its output goes to a file, and it ends with us.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StreamWriter log;
    private readonly Lock writing = new();

    private ChildProcess(Process process, StreamWriter log, string logFile) =>
        (this.process, this.log, LogFile) = (process, log, logFile);

    public string LogFile { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <param name="environment">Added to this process's own.</param>
    /// <param name="onLine">Also told of every line of output, on another thread.</param>
    public static ChildProcess Start(
        string fileName, IEnumerable<string> arguments, string workingDirectory, string logFile,
        IReadOnlyDictionary<string, string>? environment = null, Action<string>? onLine = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var log = new StreamWriter(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process, log, logFile);
        process.OutputDataReceived += (_, line) => child.Write(line.Data, onLine);
        process.ErrorDataReceived += (_, line) => child.Write(line.Data, onLine);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    public Task WaitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends it at once, as the Functions host does: there is no warning.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Asks it to end, so that it can save what it holds, and ends it where it does not within the time.</summary>
    public async Task StopAsync(TimeSpan time)
    {
        if (!process.HasExited && !OperatingSystem.IsWindows())
        {
            // .NET knows no gentler way than SIGKILL.
            using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            using var limit = new CancellationTokenSource(time);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                // It had its chance.
            }
        }

        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        lock (writing)
        {
            log.Dispose();
        }
    }

    private void Write(string? line, Action<string>? onLine)
    {
        if (line is null)
        {
            return;
        }

        lock (writing)
        {
            // The last lines of a process may come after it was disposed of.
            if (log.BaseStream is { CanWrite: true })
            {
                log.WriteLine(line);
            }
        }

        onLine?.Invoke(line);
    }
}
