using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Package;

/// <summary>`monitor package`: the function app as the zip that the deployment container in Azure takes.</summary>
internal static class PackageCommand
{
    /// <summary>Where the zip goes by itself; azure.yaml takes it from there.</summary>
    public const string DefaultZip = "artifacts/monitor.zip";

    public static Command Create()
    {
        var to = new Option<FileInfo>("--out") { Description = $"The zip to write; {DefaultZip} by default.", DefaultValueFactory = _ => new FileInfo(Path.Combine(WorkFolder.Root, DefaultZip)) };
        var command = new Command("package", "Build the function app and zip it for Azure: the same bytes from the same commit.") { to };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(to)!, token));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo zip, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine("publishing the function app for linux-x64 from scratch");
        var folder = await PublishedApp.BuildAsync(WorkFolder.Root, Path.Combine(WorkFolder.Work, "package"), cancellationToken);
        zip.Directory!.Create();
        var files = FunctionAppZip.Write(folder, zip.FullName);
        zip.Refresh();
        await using var written = zip.OpenRead();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{zip.FullName}: {files} files, {zip.Length / 1e6:0.0} MB, sha256 {hash}"));
        return 0;
    }
}
