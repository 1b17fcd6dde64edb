using System.Net;
using System.Net.Sockets;
using Monitor.Cli.Doctor;
using Monitor.Cli.Doctor.Checks;

namespace Monitor.Cli.Tests.Doctor;

/// <summary>What a laptop can lack.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-doctor-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_Node_that_is_too_old_is_a_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in is a shell script");

        var found = await LookAsync(Bare with { Node = Path.Combine(CommandLine.Root, "tests", "Monitor.Cli.Tests", "Doctor", "old-node") });

        found.ShouldSay(Verdict.Fault, "18.20.4 is too old").Remedy.ShouldContain("install Node 20 or later");
    }

    [Fact]
    public async Task No_Node_is_a_fault_and_no_SDK_a_warning()
    {
        var found = await LookAsync(Bare with { Node = Path.Combine(folder, "none"), Dotnet = Path.Combine(folder, "none") });

        found.ShouldSay(Verdict.Fault, "none was found").Check.ShouldBe("Node");
        found.ShouldSay(Verdict.Warning, "no SDK was found").Remedy.ShouldContain("install the .NET SDK 10");
    }

    [Fact]
    public async Task Services_that_were_never_installed_are_a_warning() =>
        (await LookAsync(Bare)).ShouldSay(Verdict.Warning, "not installed yet").Remedy.ShouldContain("monitor demo");

    [Fact]
    public async Task Services_that_lost_a_module_are_a_fault()
    {
        Directory.CreateDirectory(Path.Combine(folder, "services"));
        await File.WriteAllTextAsync(Path.Combine(folder, "services", ".installed"), "x");

        var finding = (await LookAsync(Bare)).ShouldSay(Verdict.Fault, "installed, and yet ");

        finding.Seen.ShouldContain("azurite");
        finding.Remedy.ShouldStartWith($"delete {Path.Combine(folder, "services")}");
    }

    [Fact]
    public async Task A_port_of_the_demo_that_is_taken_is_a_warning()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        (await LookAsync(Bare with { DemoPort = port })).ShouldSay(Verdict.Warning, $"something listens on port {port}").Remedy.ShouldContain("--port");
    }

    [Theory]
    [InlineData(100_000_000, Verdict.Fault, "0.1 GB free")]
    [InlineData(1_000_000_000, Verdict.Warning, "1.0 GB free")]
    [InlineData(50_000_000_000, Verdict.Ok, "50.0 GB free")]
    public async Task A_disk_that_is_nearly_full_is_told(long free, object verdict, string seen) =>
        (await Looks.AtAsync(Bare with { FreeBytes = _ => free }, new MachineCheck())).ShouldSay((Verdict)verdict, seen);

    [Fact]
    public async Task Zone_data_that_is_years_old_is_a_warning() =>
        (await Looks.AtAsync(Bare with { Clock = new ClockAt(DateTimeOffset.Parse("2039-01-01T00:00:00Z")) }, new MachineCheck()))
            .ShouldSay(Verdict.Warning, "is old").Remedy.ShouldContain("NodaTime");

    [Theory]
    [InlineData("", "is missing", "host.json")]
    [InlineData("{", "the Functions host cannot read it", "host")]
    [InlineData("""{"version":"2.0"}""", "the Functions host cannot read it", "host")]
    [InlineData("""{"customHandler":{"description":{"defaultExecutablePath":"handler","arguments":[]}}}""", "names handler as the handler, and there is none", "handler")]
    public async Task A_folder_that_the_host_cannot_run_is_a_fault(string host, string seen, string names)
    {
        await WriteAsync("app/host.json", host);

        (await Looks.AtAsync(Bare with { AppFolder = Path.Combine(folder, "app") }, new PackageCheck())).ShouldSay(Verdict.Fault, seen).Seen.ShouldContain(names);
    }

    [Fact]
    public async Task A_handler_without_its_executable_bit_is_a_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such bit");
        await WriteAppAsync(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await Looks.AtAsync(Bare with { AppFolder = Path.Combine(folder, "app") }, new PackageCheck())).ShouldSay(Verdict.Fault, "is not executable").Remedy.ShouldStartWith("chmod +x ");
    }

    [Fact]
    public async Task A_function_that_lost_its_folder_is_a_fault()
    {
        await WriteAppAsync(UnixFileMode.UserRead | UnixFileMode.UserExecute, "PollFeeds", "SendMessages");

        (await Looks.AtAsync(Bare with { AppFolder = Path.Combine(folder, "app") }, new PackageCheck())).ShouldSay(Verdict.Fault, "no timer for CheckHealth, SendDigests");
    }

    [Fact]
    public async Task A_file_of_the_desk_that_is_wrong_is_named_with_its_line()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(CommandLine.Root, "seeds", "topics"), "*.yaml"))
        {
            await WriteAsync($"seeds/topics/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        }

        await WriteAsync("seeds/feeds.opml", "<opml version=\"2.0\"><head><title>t</title></head><body>\n<outline type=\"rss\" text=\"x\" xmlUrl=\"ftp://example.org/feed\"/></body></opml>");
        await WriteAsync("seeds/desk.yaml", (await File.ReadAllTextAsync(Path.Combine(CommandLine.Root, "seeds", "desk.yaml"))).Replace("Pacific/Auckland", "Pacific/Aukland", StringComparison.Ordinal));

        var found = await Looks.AtAsync(Bare with { SeedsFolder = Path.Combine(folder, "seeds") }, new SeedsCheck());

        found.ShouldSay(Verdict.Fault, "desk.yaml:4").Remedy.ShouldBe("correct desk.yaml, line 4: until then the file is refused");
        found.ShouldSay(Verdict.Fault, "feeds.opml:2").Remedy.ShouldStartWith("correct feeds.opml, line 2");
    }

    [Fact]
    public async Task The_command_says_it_as_JSON_and_ends_with_1_where_something_is_at_fault()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync(
            ["doctor", "--json", "--seeds", Path.Combine(CommandLine.Root, "seeds")],
            environment: new Dictionary<string, string?> { ["MONITOR_ROOT"] = folder, ["Monitor__Mail__Smtp__Port"] = "never" });

        exitCode.ShouldBe(1);
        using var json = System.Text.Json.JsonDocument.Parse(output);
        json.RootElement.GetProperty("faults").GetInt32().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("findings").EnumerateArray().ShouldContain(finding =>
            finding.GetProperty("verdict").GetString() == "fault" && finding.GetProperty("remedy").GetString() == "set it to a whole number");
    }

    private Patient Bare => Looks.Patient() with { WorkFolder = folder };

    private static Task<IReadOnlyList<Finding>> LookAsync(Patient patient) => Looks.AtAsync(patient, new ToolsCheck());

    private async Task WriteAppAsync(UnixFileMode mode, params string[] functions)
    {
        await WriteAsync("app/host.json", """{"customHandler":{"description":{"defaultExecutablePath":"handler","arguments":[]}}}""");
        await WriteAsync("app/handler", "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder, "app", "handler"), mode);
        }

        foreach (var function in functions)
        {
            await WriteAsync($"app/{function}/function.json", """{"bindings":[{"type":"timerTrigger","name":"timer","schedule":"%POLL_SCHEDULE%"}]}""");
        }
    }

    private async Task WriteAsync(string path, string text)
    {
        if (text.Length == 0 && path.EndsWith("host.json", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(folder, "app"));
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        await File.WriteAllTextAsync(Path.Combine(folder, path), text);
    }

    private sealed class ClockAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
