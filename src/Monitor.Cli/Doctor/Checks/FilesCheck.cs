using System.Runtime.CompilerServices;
using System.Text;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>
/// The files that people edit, as they lie in storage: whether they are good, whether they are the ones in force, and whether
/// they are those on this disk.
/// </summary>
internal sealed class FilesCheck : ICheck
{
    private const string Check = "files in storage";

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (patient.Store is not { } store)
        {
            yield break;
        }

        var files = await ReadAsync(store, cancellationToken);
        if (files.Texts.Count == 0)
        {
            yield return Finding.Fault(Check, "the config container is empty: nothing is followed",
                patient.IsLocal ? "start `monitor up`: it puts seeds/ there" : "upload feeds.opml, desk.yaml and topics/ (infra/README.md, Deploy)");
            yield break;
        }

        var (following, problems) = files.Load();
        var inForce = await ConfigurationSource.InForceAsync(store, cancellationToken);
        foreach (var finding in SeedsCheck.Problems(Check, problems, path => $"config/{path}"))
        {
            yield return finding;
        }

        patient.Following = following ?? inForce?.Files.Load().Following;
        yield return InForce(files.Hash(), following, inForce);
        if (Differences(files, SeedFiles.Read(patient.SeedsFolder)) is { Count: > 0 } differences)
        {
            yield return Finding.Warning(Check, $"not as in {patient.SeedsFolder}: {string.Join(", ", differences)}",
                patient.IsLocal ? "start `monitor up` again to put them there, if those on disk are the newer ones" : "upload them, or fetch those of storage: one of the two is old");
        }
    }

    private static Finding InForce(string hash, Following? following, KeptConfiguration? kept)
    {
        var short8 = hash[..8];
        if (following is null)
        {
            return kept is null
                ? Finding.Fault(Check, "they are refused, and no good set was there before: every function fails", "correct them and put them there again")
                : Finding.Warning(Check, $"set {short8} is refused{(kept.Refusal is { } refusal ? $" since {refusal.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "")}; set {kept.Files.Hash()[..8]} stays in force", "correct them and put them there again");
        }

        return kept?.Files.Hash() == hash
            ? Finding.Ok(Check, $"set {short8} is good and in force: {following.Feeds.Count} feeds, {following.Topics.Topics.Count} topics")
            : Finding.Warning(Check, $"set {short8} is good and not yet in force{(kept is null ? "" : $"; set {kept.Files.Hash()[..8]} is")}", "wait for the next poll, or run `monitor poll`");
    }

    private static List<string> Differences(ConfigFiles stored, ConfigFiles disk) =>
        disk.Texts.Count == 0 ? [] :
        [
            .. stored.Texts.Keys.Union(disk.Texts.Keys).Order(StringComparer.Ordinal)
                .Where(path => stored.Texts.GetValueOrDefault(path) != disk.Texts.GetValueOrDefault(path)?.TrimStart('\uFEFF')),
        ];

    private static async Task<ConfigFiles> ReadAsync(IBlobStore store, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var listed in store.ListAsync(Containers.Config, "", cancellationToken))
        {
            if (ConfigFiles.IsConfig(listed.Path) && await store.ReadAsync(new BlobName(Containers.Config, listed.Path), cancellationToken) is { } blob)
            {
                texts[listed.Path] = Encoding.UTF8.GetString(blob.Content.Span).TrimStart('\uFEFF');
            }
        }

        return new ConfigFiles(texts);
    }
}
