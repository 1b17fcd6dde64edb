using Monitor.Cli.LocalHost;

namespace Monitor.Cli.Package;

/// <summary>
/// The function app as a folder that needs nothing of the machine it runs on: self-contained, compiled ahead for linux-x64.
/// It is built from scratch beside the usual build output, so that nothing left there finds its way in.
/// </summary>
internal static class PublishedApp
{
    /// <param name="root">The repository.</param>
    /// <param name="work">Emptied first; inside the repository, so that <see cref="Arguments"/> can name every path from its root.</param>
    /// <returns>The published folder.</returns>
    /// <exception cref="LocalHostException">The build failed; the message says where its output is.</exception>
    public static async Task<string> BuildAsync(string root, string work, CancellationToken cancellationToken)
    {
        if (Directory.Exists(work))
        {
            Directory.Delete(work, recursive: true);
        }

        var folder = Path.Combine(work, "app");
        var log = Path.Combine(work, "publish.log");
        await using var publish = ChildProcess.Start("dotnet", Arguments(root, work, folder, await CommitAsync(root, work, cancellationToken)), root, log);
        await publish.WaitAsync(cancellationToken);
        return publish.ExitCode == 0 ? folder : throw new LocalHostException($"the function app could not be published; see {log}");
    }

    private static IEnumerable<string> Arguments(string root, string work, string folder, string commit) =>
    [
        "publish", Path.Combine(root, "src", "Monitor.Functions"), "-c", "Release", "-r", "linux-x64", "--self-contained",
        "-o", folder, "-v", "quiet", "-nologo", "-nodeReuse:false",
        $"-p:ArtifactsPath={Path.Combine(work, "build")}",
        // Where the clone lies and where it came from must not show in the bytes; which commit it is may.
        $"-p:PathMap={root.TrimEnd('/')}/=/_/", "-p:DeterministicSourcePaths=false", "-p:EnableSourceControlManagerQueries=false", "-p:EnableSourceLink=false",
        $"-p:SourceRevisionId={commit}", "-p:ForPackage=true",
        "-p:PublishDocumentationFiles=false",
        // The committed lock files are of the build, which is for no one runtime; versions are pinned centrally.
        "-p:RestoreLockedMode=false",
    ];

    // Outside of a clone, or without git, the version simply names no commit.
    private static async Task<string> CommitAsync(string root, string work, CancellationToken cancellationToken)
    {
        var commit = "";
        try
        {
            await using var git = ChildProcess.Start(
                "git", ["rev-parse", "--verify", "--quiet", "HEAD"], root, Path.Combine(work, "git.log"), onLine: line => commit += line);
            await git.WaitAsync(cancellationToken);
            return git.ExitCode == 0 && commit.All(char.IsAsciiHexDigit) ? commit : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
