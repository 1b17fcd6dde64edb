namespace Monitor.Core.Tests;

/// <summary>The shared suites beside the repository; a test that reads them is skipped where they are absent.</summary>
internal static class SharedSuites
{
    public static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", "suites", path);
            if (Path.Exists(found))
            {
                return found;
            }
        }

        Assert.Skip("the shared suites are not here");
        return "";
    }
}
