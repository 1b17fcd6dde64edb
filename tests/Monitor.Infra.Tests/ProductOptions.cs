using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Monitor.Functions;

namespace Monitor.Infra.Tests;

/// <summary>
/// Every option that the function app binds, by its environment name; true where the code has no default for it. Nobody lists
/// them: the app's own composition is asked, over a configuration that notes which sections are read.
/// </summary>
internal static class ProductOptions
{
    public static IReadOnlyDictionary<string, bool> All { get; } = Read();

    private static Dictionary<string, bool> Read()
    {
        var sections = new Sections();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationRoot([sections])).AddLogging().AddMonitor();
        var types = services.Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(type => type.Namespace!.StartsWith("Monitor.", StringComparison.Ordinal))
            .Distinct().ToList();
        using var provider = services.BuildServiceProvider();
        return types.SelectMany(type => Of(type, provider, sections)).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<string, bool>> Of(Type type, IServiceProvider provider, Sections sections)
    {
        var options = Activator.CreateInstance(type)!;
        var defaults = Activator.CreateInstance(type)!;
        sections.Asked.Clear();
        var configure = typeof(IConfigureOptions<>).MakeGenericType(type);
        foreach (var service in provider.GetServices(configure))
        {
            configure.GetMethod("Configure")!.Invoke(service, [options]);
        }

        var section = sections.Asked.ShouldHaveSingleItem($"{type.Name} is bound to one section").Replace(":", "__", StringComparison.Ordinal);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property => KeyValuePair.Create($"{section}__{property.Name}", property.GetValue(defaults) is null or ""));
    }

    private sealed class Sections : IConfigurationProvider
    {
        public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            Asked.Add(parentPath ?? "");
            return earlierKeys;
        }

        public bool TryGet(string key, out string? value)
        {
            value = null;
            return false;
        }

        public void Set(string key, string? value) => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => NeverChanges.Token;

        public void Load()
        {
        }
    }

    private static class NeverChanges
    {
        public static IChangeToken Token { get; } = new CancellationChangeToken(CancellationToken.None);
    }
}
