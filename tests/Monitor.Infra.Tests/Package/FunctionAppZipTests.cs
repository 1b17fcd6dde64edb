using System.IO.Compression;
using System.Text;
using Monitor.Cli.LocalHost;
using Monitor.Cli.Package;

namespace Monitor.Infra.Tests.Package;

public sealed class FunctionAppZipTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-zip-").FullName;

    public FunctionAppZipTests()
    {
        Put("app/host.json", """{"customHandler":{"description":{"defaultExecutablePath":"handler"}}}""");
        Put("app/handler", "the handler");
        Put("app/handler.dll", "its code");
        Put("app/PollFeeds/function.json", "{}");
    }

    private string App => Path.Combine(folder, "app");

    [Fact]
    public void One_folder_gives_the_same_bytes_whenever_and_however_it_was_written()
    {
        var first = Zip("first.zip");
        foreach (var file in Directory.EnumerateFiles(App, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2031, 5, 6, 7, 8, 9, DateTimeKind.Utc));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Zip("second.zip").ShouldBe(first);
    }

    [Fact]
    public void Another_content_gives_other_bytes()
    {
        var first = Zip("first.zip");
        Put("app/handler.dll", "its cod3");

        Zip("second.zip").ShouldNotBe(first);
    }

    [Fact]
    public void The_handler_is_executable_and_nothing_else_is()
    {
        Zip("app.zip");

        using var archive = ZipFile.OpenRead(Path.Combine(folder, "app.zip"));
        archive.Entries.ToDictionary(entry => entry.FullName, entry => Convert.ToString(entry.ExternalAttributes >>> 16, 8)).ShouldBe(new Dictionary<string, string>
        {
            ["PollFeeds/function.json"] = "100644",
            ["handler"] = "100755",
            ["handler.dll"] = "100644",
            ["host.json"] = "100644",
        });
    }

    [Fact]
    public void The_zip_says_that_it_was_made_on_Unix()
    {
        var bytes = Zip("app.zip");

        // Central directory: signature, then "version made by", whose upper byte is the system; 3 is Unix (APPNOTE 4.4.2.2).
        var headers = Positions(bytes, "PK\u0001\u0002");
        headers.Count.ShouldBe(4);
        headers.ShouldAllBe(at => bytes[at + 5] == 3);
    }

    [Fact]
    public void A_zip_that_is_there_is_written_over()
    {
        Put("app.zip", new string('x', 100_000));

        Zip("app.zip").Length.ShouldBeLessThan(2_000);
    }

    [Theory]
    [InlineData("host.json", "host.json is missing")]
    [InlineData("handler", "names handler as the handler")]
    public void A_folder_that_is_no_function_app_is_refused(string missing, string reason)
    {
        File.Delete(Path.Combine(App, missing));

        Should.Throw<LocalHostException>(() => Zip("app.zip")).Message.ShouldContain(reason);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private byte[] Zip(string name)
    {
        var file = Path.Combine(folder, name);
        FunctionAppZip.Write(App, file);
        return File.ReadAllBytes(file);
    }

    private void Put(string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static List<int> Positions(byte[] bytes, string signature)
    {
        var sought = Encoding.Latin1.GetBytes(signature);
        return [.. Enumerable.Range(0, bytes.Length - sought.Length).Where(at => bytes.AsSpan(at, sought.Length).SequenceEqual(sought))];
    }
}
