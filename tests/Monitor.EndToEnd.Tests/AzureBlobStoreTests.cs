using Monitor.EndToEnd.Tests.Laptop;
using Monitor.Pipeline.Storage;
using Monitor.Pipeline.Tests.Storage;

namespace Monitor.EndToEnd.Tests;

/// <summary>The real store on a real Azurite, held to the same contract as the one that other tests use.</summary>
public class AzureBlobStoreTests(TestLaptop laptop) : BlobStoreContract
{
    protected override IBlobStore Store => laptop.Store;

    [Fact]
    public async Task A_container_that_does_not_exist_reads_as_empty_and_is_made_by_the_first_write()
    {
        var name = new BlobName($"made{Guid.NewGuid():N}"[..30], "x.txt");

        (await Store.ReadAsync(name, default)).ShouldBeNull();
        (await Store.ListAsync(name.Container, "", default).AnyAsync()).ShouldBeFalse();
        (await Store.CreateAsync(name, "x"u8.ToArray(), default)).ShouldBeTrue();
        (await Store.CreateAsync(name, "y"u8.ToArray(), default)).ShouldBeFalse();
    }
}
