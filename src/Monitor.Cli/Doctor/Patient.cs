using Microsoft.Extensions.Configuration;
using Monitor.Adapters.Blobs;
using Monitor.Adapters.Language;
using Monitor.Adapters.Mail.Acs;
using Monitor.Adapters.Mail.Smtp;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Configuration;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Doctor;

/// <summary>What is examined: the settings with where they come from, the folders of this machine, and what the examination has found so far.</summary>
/// <param name="Settings">By the names that they have in the environment, whatever their case.</param>
/// <param name="Where">Where the settings come from.</param>
internal sealed record Patient(IReadOnlyDictionary<string, string> Settings, string Where)
{
    public string WorkFolder { get; init; } = LocalHost.WorkFolder.Work;

    public string SeedsFolder { get; init; } = LocalHost.WorkFolder.Seeds;

    public string AppFolder { get; init; } = LocalHost.WorkFolder.FunctionApp;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Node { get; init; } = "node";

    public string Dotnet { get; init; } = "dotnet";

    /// <summary>Port of the demo's outlets.</summary>
    public int DemoPort { get; init; } = 8501;

    /// <summary>Free bytes on the disk that holds a folder.</summary>
    public Func<string, long> FreeBytes { get; init; } = folder => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    /// <summary>The store, once it was seen to answer; null before, and where it does not.</summary>
    public IBlobStore? Store { get; set; }

    /// <summary>What is followed, once it was read from storage.</summary>
    public Following? Following { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Anything is configured at all.</summary>
    public bool IsConfigured => Settings.Keys.Any(name => name.StartsWith("Monitor__", StringComparison.OrdinalIgnoreCase));

    public BlobOptions Storage => Options<BlobOptions>();

    public SmtpOptions Smtp => Options<SmtpOptions>();

    public LanguageOptions Language => Options<LanguageOptions>();

    /// <summary>Its endpoint is null where mail goes by SMTP.</summary>
    public AcsOptions Acs => Options<AcsOptions>();

    /// <summary>Storage is not that of an account in Azure.</summary>
    public bool IsLocal => Setting("Monitor__Storage__AccountUri") is null;

    public string? Setting(string name) => Settings.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public IConfigurationRoot Configuration() =>
        new ConfigurationBuilder().AddInMemoryCollection(
            Settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value))).Build();

    /// <summary>The laptop that runs now, and over it what the environment says; the same that `monitor poll` would run with.</summary>
    public static Patient Here()
    {
        var laptop = Laptop.Current();
        var settings = new Dictionary<string, string>(laptop, StringComparer.OrdinalIgnoreCase);
        var own = 0;
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var (name, value) = ((string)variable.Key, (string?)variable.Value ?? "");
            if (KnownSettings.Concerns(name))
            {
                settings[name.Replace(":", "__", StringComparison.Ordinal)] = value;
                own++;
            }
        }

        return new Patient(settings, (laptop.Count, own) switch
        {
            (0, 0) => "nothing that runs or is configured",
            (0, _) => "the environment",
            (_, 0) => "the laptop that runs now",
            _ => "the laptop that runs now, and the environment",
        });
    }

    // A value that cannot be read is told by the check of the settings, and counts as not set here.
    private T Options<T>()
        where T : class, new()
    {
        var options = new T();
        foreach (var setting in KnownSettings.All.Where(setting => setting.Options == typeof(T)))
        {
            if (Setting(setting.Name) is { } text && setting.TryRead(text, out var value))
            {
                setting.Property.SetValue(options, value);
            }
        }

        return options;
    }
}
