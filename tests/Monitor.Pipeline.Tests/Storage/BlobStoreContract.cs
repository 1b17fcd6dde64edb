using System.Text;
using Monitor.Pipeline.Storage;

namespace Monitor.Pipeline.Tests.Storage;

/// <summary>What every blob store does: create once, replace only what was read.</summary>
public abstract class BlobStoreContract
{
    private readonly BlobName name = new(Containers.State, $"contract/{Guid.NewGuid():N}.json");

    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task A_blob_that_is_not_there_reads_as_none() =>
        (await Store.ReadAsync(name, default)).ShouldBeNull();

    [Fact]
    public async Task Creating_twice_keeps_the_first()
    {
        (await Store.CreateAsync(name, "first"u8.ToArray(), default)).ShouldBeTrue();
        (await Store.CreateAsync(name, "second"u8.ToArray(), default)).ShouldBeFalse();

        Text(await Store.ReadAsync(name, default)).ShouldBe("first");
    }

    [Fact]
    public async Task The_version_that_was_read_can_be_replaced_once()
    {
        await Store.CreateAsync(name, "one"u8.ToArray(), default);
        var read = (await Store.ReadAsync(name, default))!;

        var etag = await Store.ReplaceAsync(name, "two"u8.ToArray(), read.ETag, default);
        etag.ShouldNotBeNull();
        (await Store.ReplaceAsync(name, "three"u8.ToArray(), read.ETag, default)).ShouldBeNull();
        (await Store.ReplaceAsync(name, "four"u8.ToArray(), etag, default)).ShouldNotBeNull();

        Text(await Store.ReadAsync(name, default)).ShouldBe("four");
    }

    [Fact]
    public async Task A_blob_that_was_deleted_in_between_cannot_be_replaced()
    {
        await Store.CreateAsync(name, "one"u8.ToArray(), default);
        var read = (await Store.ReadAsync(name, default))!;
        await Store.DeleteAsync(name, default);

        (await Store.ReplaceAsync(name, "two"u8.ToArray(), read.ETag, default)).ShouldBeNull();
        (await Store.ReadAsync(name, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_what_is_gone_is_no_error()
    {
        await Store.DeleteAsync(name, default);
        await Store.DeleteAsync(name, default);
    }

    [Fact]
    public async Task Listing_gives_the_paths_under_a_prefix_in_order_with_their_versions()
    {
        var folder = $"contract/{Guid.NewGuid():N}/";
        foreach (var file in (string[])["b", "a/2", "a/1"])
        {
            await Store.CreateAsync(new BlobName(Containers.State, folder + file), Encoding.UTF8.GetBytes(file), default);
        }

        var listed = await Store.ListAsync(Containers.State, folder, default).ToListAsync();

        listed.Select(blob => blob.Path[folder.Length..]).ShouldBe(["a/1", "a/2", "b"]);
        (await Store.ReadAsync(new BlobName(Containers.State, listed[0].Path), default))!.ETag.ShouldBe(listed[0].ETag);
    }

    [Fact]
    public async Task A_listing_shows_the_label_that_a_blob_was_last_written_with()
    {
        var folder = $"contract/{Guid.NewGuid():N}/";
        var labelled = new BlobName(Containers.State, $"{folder}labelled");
        await Store.CreateAsync(labelled, "one"u8.ToArray(), "1 2026-11-18T18:00:00.0000000Z - mail", default);
        await Store.CreateAsync(new BlobName(Containers.State, $"{folder}plain"), "one"u8.ToArray(), default);

        (await LabelsAsync(folder)).ShouldBe(["1 2026-11-18T18:00:00.0000000Z - mail", null]);

        var etag = (await Store.ReplaceAsync(labelled, "two"u8.ToArray(), (await Store.ReadAsync(labelled, default))!.ETag, "2", default))!;
        (await LabelsAsync(folder)).ShouldBe(["2", null]);

        await Store.ReplaceAsync(labelled, "three"u8.ToArray(), etag, default);
        (await LabelsAsync(folder)).ShouldBe([null, null]);
    }

    [Fact]
    public async Task Of_many_writers_of_one_version_exactly_one_wins()
    {
        await Store.CreateAsync(name, "start"u8.ToArray(), default);
        var read = (await Store.ReadAsync(name, default))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
            Store.ReplaceAsync(name, Encoding.UTF8.GetBytes($"writer {writer}"), read.ETag, default)));

        outcomes.Count(etag => etag is not null).ShouldBe(1);
    }

    private async Task<List<string?>> LabelsAsync(string folder) =>
        await Store.ListAsync(Containers.State, folder, default).Select(blob => blob.Label).ToListAsync();

    private static string? Text(StoredBlob? blob) => blob is null ? null : Encoding.UTF8.GetString(blob.Content.Span);
}
