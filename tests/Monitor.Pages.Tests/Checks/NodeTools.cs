using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Monitor.Pages.Tests.Checks;

/// <summary>
/// The scripts beside this file, run by Node with what package-lock.json names: installed once, into artifacts/mail-checks/{hash of
/// the lock}. A folder of another name is moved into its place when it is whole, so that two runs at a time do no harm.
/// </summary>
internal static class NodeTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Scripts = Path.Combine(Repository, "tests", "Monitor.Pages.Tests", "Checks");
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Monitor.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the repository was not found");
            }

            return folder;
        }
    }

    /// <summary>One run of one script: its input as JSON on standard input, its answer as JSON on standard output.</summary>
    public static async Task<TAnswer> RunAsync<TAnswer>(string script, object input)
    {
        var folder = await Installed.Value;
        var answer = await RunAsync("node", [Path.Combine(folder, script)], folder, JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
        return JsonSerializer.Deserialize<TAnswer>(answer, JsonSerializerOptions.Web)!;
    }

    /// <summary>Standard output; anything but a good end is an exception with what stood on standard error.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<string> InstallAsync()
    {
        var files = Directory.GetFiles(Scripts, "*.mjs").Append(Path.Combine(Scripts, "package.json")).Append(Path.Combine(Scripts, "package-lock.json")).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(files[^1])))[..12];
        var shelf = Path.Combine(Repository, "artifacts", "mail-checks");
        var folder = Path.Combine(shelf, hash);
        if (!Directory.Exists(folder))
        {
            var made = Path.Combine(shelf, $"{hash}.{Environment.ProcessId}");
            Directory.CreateDirectory(made);
            Copy(files, made);
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], made);
            try
            {
                Directory.Move(made, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                Directory.Delete(made, recursive: true);
            }
        }

        Copy(files, folder);
        return folder;
    }

    private static void Copy(List<string> files, string folder)
    {
        foreach (var file in files)
        {
            var target = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(target) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(target)))
            {
                File.Copy(file, target, overwrite: true);
            }
        }
    }
}
