namespace Monitor.Infra.Tests.Bicep;

/// <summary>The files of infra/ and azure.yaml, by their paths from the repository's root; or a copy of them with a fault planted.</summary>
internal sealed class Templates
{
    public const string Main = "infra/main.bicep";

    private readonly Lazy<(IReadOnlyDictionary<string, Syntax> Trees, IReadOnlyList<string> Faults)> parsed;

    private Templates(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        parsed = new(() => BicepParser.Parse(Texts.Where(file => IsBicep(file.Key)).ToDictionary()));
    }

    // Only what differs is parsed again.
    private Templates(Templates before, string file, string text)
    {
        Texts = new Dictionary<string, string>(before.Texts) { [file] = text };
        parsed = new(() =>
        {
            if (!IsBicep(file))
            {
                return (before.Trees, before.Faults);
            }

            var (trees, faults) = BicepParser.Parse(new Dictionary<string, string> { [file] = text });
            return (new Dictionary<string, Syntax>(before.Trees) { [file] = trees[file] }, [.. before.Faults, .. faults]);
        });
    }

    public static string Root { get; } = FindRoot();

    /// <summary>As they are.</summary>
    public static Templates Committed { get; } = new(ReadAll());

    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyDictionary<string, Syntax> Trees => parsed.Value.Trees;

    public IReadOnlyList<string> Faults => parsed.Value.Faults;

    /// <summary>A copy in which one place of one file reads otherwise. A place that is not there, or there twice, is an error of the test.</summary>
    public Templates With(string file, string old, string instead)
    {
        Texts[file].Split(old).Length.ShouldBe(2, $"{file} holds \"{old}\" once");
        return new(this, file, Texts[file].Replace(old, instead, StringComparison.Ordinal));
    }

    /// <summary>Declarations of a kind (parameter, variable, resource, module, output), nested ones included.</summary>
    public IEnumerable<Syntax> Declared(string file, string kind) =>
        Trees[file].Everything.Where(node => node.Type == $"{kind}_declaration");

    public IEnumerable<(string File, Syntax Declaration)> Declared(string kind) =>
        Trees.Keys.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal)).SelectMany(file => Declared(file, kind).Select(declaration => (file, declaration)));

    private static bool IsBicep(string file) => Path.GetExtension(file) is ".bicep" or ".bicepparam";

    private static Dictionary<string, string> ReadAll() =>
        Directory.EnumerateFiles(Path.Combine(Root, "infra"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "azure.yaml"))
            .ToDictionary(file => Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Monitor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Monitor.sln was not found above the tests");
    }
}
