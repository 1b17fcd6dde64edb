using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Monitor.House.Tests;

/// <summary>Functions and Cli know Adapters and Pages, these know Pipeline, and Pipeline knows Core; never the other way.</summary>
public class DirectionTests
{
    [Theory]
    [InlineData("Monitor.Core")]
    [InlineData("Monitor.Pipeline", "Monitor.Core")]
    [InlineData("Monitor.Adapters", "Monitor.Core", "Monitor.Pipeline")]
    [InlineData("Monitor.Pages", "Monitor.Core", "Monitor.Pipeline")]
    [InlineData("handler", "Monitor.Core", "Monitor.Pipeline", "Monitor.Adapters", "Monitor.Pages")]
    [InlineData("monitor", "Monitor.Core", "Monitor.Pipeline", "Monitor.Adapters", "Monitor.Pages", "handler")]
    public void A_project_knows_only_the_rooms_below_it(string assembly, params string[] mayKnow)
    {
        var known = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Monitor.", StringComparison.Ordinal) || name is "handler" or "monitor");

        known.Except(mayKnow).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Monitor.Core", "Azure")]
    [InlineData("Monitor.Core", "Microsoft.AspNetCore")]
    [InlineData("Monitor.Core", "Microsoft.Extensions")]
    [InlineData("Monitor.Core", "System.Net.Http")]
    [InlineData("Monitor.Pipeline", "Azure")]
    [InlineData("Monitor.Pages", "Azure")]
    public void What_serves_a_service_stays_in_its_adapter(string assembly, string foreign) =>
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(foreign, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Core_reads_no_clock_no_file_no_network_and_no_environment()
    {
        string[] forbidden =
        [
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
            "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
            "System.Diagnostics.Stopwatch.", "System.IO.File.", "System.IO.FileInfo.", "System.IO.Directory.", "System.IO.FileStream.",
            "System.Net.Sockets.", "System.Net.Dns.", "System.Environment.Get", "System.Console.", "System.Random.get_Shared",
            "NodaTime.SystemClock.",
        ];

        Calls("Monitor.Core").Where(call => forbidden.Any(start => call.StartsWith(start, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void The_check_of_calls_sees_calls() =>
        // The command line does read files: were this empty, the check above could not fail.
        Calls("monitor").ShouldContain(call => call.StartsWith("System.IO.File.", StringComparison.Ordinal));

    private static List<string> Calls(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Assembly.Load(assembly).Location));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences
                .Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member =>
                {
                    var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                    return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
                }),
        ];
    }
}
