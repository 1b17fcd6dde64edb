using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

public class InMemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore Store { get; } = new InMemoryBlobStore();
}
