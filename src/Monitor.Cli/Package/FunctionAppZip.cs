using System.IO.Compression;
using System.Text.Json;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Package;

/// <summary>
/// A published folder as the zip that the Functions host takes: host.json at its root, the handler executable. Equal folders give
/// equal bytes: the entries are sorted, and neither their times nor their modes come from the disk.
/// </summary>
internal static class FunctionAppZip
{
    // The first instant that a zip can say.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int RegularFile = 0x8000;
    private const int Executable = RegularFile | 0b111_101_101;
    private const int Readable = RegularFile | 0b110_100_100;

    /// <summary>Writes the zip, over one that is there, and returns the number of its files.</summary>
    /// <exception cref="LocalHostException">The folder is no function app, or this system's zips carry no modes.</exception>
    public static int Write(string folder, string zip)
    {
        // A zip made on Windows says so, and the host then ignores the modes in it: the handler could not be started.
        if (OperatingSystem.IsWindows())
        {
            throw new LocalHostException("make the package on Linux or macOS (or in WSL): a zip made on Windows cannot say that the handler is executable");
        }

        var handler = Handler(folder);
        using var archive = new ZipArchive(File.Create(zip), ZipArchiveMode.Create);
        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var name in names)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            // createdump is started by the runtime when the process crashes.
            entry.ExternalAttributes = (name == handler || name == "createdump" ? Executable : Readable) << 16;
            using var from = File.OpenRead(Path.Combine(folder, name));
            using var to = entry.Open();
            from.CopyTo(to);
        }

        return names.Count;
    }

    // The file that host.json tells the host to start.
    private static string Handler(string folder)
    {
        var file = Path.Combine(folder, "host.json");
        if (!File.Exists(file))
        {
            throw new LocalHostException($"{file} is missing: this is not the folder of a function app");
        }

        using var host = JsonDocument.Parse(File.ReadAllText(file));
        var name = host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        return File.Exists(Path.Combine(folder, name))
            ? name
            : throw new LocalHostException($"host.json names {name} as the handler, and {folder} has no such file");
    }
}
