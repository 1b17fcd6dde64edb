using Monitor.Adapters.Blobs;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Outbox;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Storage;

[assembly: AssemblyFixture(typeof(Monitor.EndToEnd.Tests.Laptop.TestLaptop))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Monitor.EndToEnd.Tests.Laptop;

/// <summary>A real Azurite and a real inbox for all tests of this project, in a folder of their own that is thrown away.</summary>
public sealed class TestLaptop : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-tests-").FullName;
    private Cli.LocalHost.Laptop? laptop;

    internal Cli.LocalHost.Laptop Running => laptop ?? throw new InvalidOperationException("the laptop is not up");

    internal string Folder => folder;

    internal IBlobStore Store => BlobRegistration.Open(new BlobOptions { ConnectionString = Running.Azurite.ConnectionString });

    public async ValueTask InitializeAsync() =>
        laptop = await Cli.LocalHost.Laptop.StartAsync(folder, _ => { }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (laptop is not null)
        {
            await laptop.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Empties every container and the inbox. The containers are there, so that the writes of a step are always as many.</summary>
    internal async Task ClearAsync()
    {
        foreach (var container in Containers.All)
        {
            await Store.CreateAsync(new BlobName(container, "made"), default, CancellationToken.None);
            await foreach (var blob in Store.ListAsync(container, "", CancellationToken.None))
            {
                await Store.DeleteAsync(new BlobName(container, blob.Path), CancellationToken.None);
            }
        }

        await Running.Inbox.ClearAsync(CancellationToken.None);
    }

    /// <summary>Every blob but the run reports, by name.</summary>
    internal async Task<List<string>> BlobsAsync()
    {
        var blobs = new List<string>();
        foreach (var container in Containers.All.Where(name => name != Containers.Runs))
        {
            await foreach (var blob in Store.ListAsync(container, "", CancellationToken.None))
            {
                blobs.Add($"{container}/{blob.Path}");
            }
        }

        return blobs;
    }

    /// <summary>A message that was given up, and a recipient who has refused three: what a check of health has to tell.</summary>
    internal async Task FailAMessageAsync(DateTimeOffset at)
    {
        var box = new MessageBox(Store);
        var message = new Message(
            MessageId.From("failed"), MessageKind.Digest, new Address("monitor@example.org"), new Destination("desk@example.org"), "A digest", "<p>text</p>", "text", at, new Delivery());
        await box.AddAsync(message, CancellationToken.None);
        var claimed = await box.ClaimAsync((await box.PendingAsync(message.Id, CancellationToken.None))!, at, CancellationToken.None);
        await box.FileFailedAsync(claimed!, "no such mailbox", at, CancellationToken.None);
        foreach (var refused in (string[])["one", "two", "three"])
        {
            await new RefusalBook(Store).RefusedAsync(message.To, refused, "no such mailbox", at, CancellationToken.None);
        }
    }

    internal Task<FunctionsHost> StartAppAsync(IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = Running.Settings(new Dictionary<string, string>
        {
            ["Monitor__Http__AllowLoopback"] = "true",
            ["Monitor__Http__Contact"] = "desk@example.org",
            ["Monitor__Http__PausePerHost"] = "00:00:00.001",
        });
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            settings[name] = value;
        }

        return FunctionsHost.StartAsync(WorkFolder.FunctionApp, settings, Path.Combine(folder, "function-app.log"), CancellationToken.None);
    }
}
