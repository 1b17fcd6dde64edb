using Monitor.Cli.Doctor;

namespace Monitor.Infra.Tests;

/// <summary>Every option that the function app binds, by its environment name; true where the code has no default for it.</summary>
internal static class ProductOptions
{
    public static IReadOnlyDictionary<string, bool> All { get; } = KnownSettings.All.ToDictionary(setting => setting.Name, setting => !setting.HasDefault);
}
