namespace Monitor.Core.Tests.Addresses;

/// <summary>The sample suites that lie beside the repository on some machines.</summary>
internal static class SharedSuites
{
    /// <summary>The file's path; null where the suites are absent.</summary>
    public static string? Find(params string[] parts)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Monitor.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine([root?.FullName ?? ".", "..", "shared", "suites", .. parts]);
        return File.Exists(path) ? path : null;
    }
}
