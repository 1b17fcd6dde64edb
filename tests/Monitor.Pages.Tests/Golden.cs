using System.Text;

namespace Monitor.Pages.Tests;

/// <summary>
/// Compares with a file in golden/ of the test project. MONITOR_GOLDEN=write writes the files anew: read the difference before committing it.
/// </summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(Root(), "tests", typeof(Golden).Assembly.GetName().Name!, "golden");

    public static void ShouldBeGolden(this string actual, string name)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("MONITOR_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, actual, new UTF8Encoding(false));
        }

        File.Exists(file).ShouldBeTrue($"golden/{name} is missing; MONITOR_GOLDEN=write writes it");
        actual.ShouldBe(File.ReadAllText(file, Encoding.UTF8), $"golden/{name} differs; MONITOR_GOLDEN=write writes it anew");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Monitor.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the repository was not found");
        }

        return folder;
    }
}
