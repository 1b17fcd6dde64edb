using Monitor.Adapters.Blobs;
using Monitor.Pipeline.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>The laptop's stand-ins keep what they confirmed from one start to the next.</summary>
public class LaptopTests
{
    [Fact]
    public async Task What_storage_has_confirmed_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("monitor-restart-").FullName;
        var (kept, gone) = (new BlobName(Containers.State, "kept.json"), new BlobName(Containers.State, "gone.json"));
        await using (var first = await Cli.LocalHost.Laptop.StartAsync(folder, _ => { }, CancellationToken.None))
        {
            var store = BlobRegistration.Open(new BlobOptions { ConnectionString = first.Azurite.ConnectionString });
            await store.CreateAsync(gone, "{}"u8.ToArray(), default);
            await store.CreateAsync(kept, "{}"u8.ToArray(), default);
            await store.DeleteAsync(gone, default);
        }

        await using (var second = await Cli.LocalHost.Laptop.StartAsync(folder, _ => { }, CancellationToken.None))
        {
            var store = BlobRegistration.Open(new BlobOptions { ConnectionString = second.Azurite.ConnectionString });
            (await store.ReadAsync(kept, default)).ShouldNotBeNull();
            (await store.ReadAsync(gone, default)).ShouldBeNull();
        }

        Directory.Delete(folder, recursive: true);
    }
}
