using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Monitor.Adapters.Telemetry;
using Monitor.Adapters.Webhooks;
using Monitor.Functions;

namespace Monitor.Cli.Doctor;

/// <summary>
/// Every setting that the product reads. Nobody lists them: the product's own composition is asked, over a configuration that
/// notes which sections are bound.
/// </summary>
internal static class KnownSettings
{
    /// <summary>What function.json names: NCRONTAB with seconds, UTC.</summary>
    public static IReadOnlyList<string> Schedules { get; } = ["POLL_SCHEDULE", "DIGEST_SCHEDULE", "SEND_SCHEDULE", "HEALTH_SCHEDULE"];

    /// <summary>What OpenTelemetry names.</summary>
    public static string Collector => TelemetryExport.Endpoint;

    public static IReadOnlyList<KnownSetting> All { get; } = [.. Read()];

    /// <summary>The name of a setting, right or wrong; MONITOR_X in capitals are the tools' own, not the product's.</summary>
    public static bool Concerns(string name) =>
        Schedules.Append(Collector).Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.StartsWith("Monitor", StringComparison.OrdinalIgnoreCase) && name.Length > 8 && name[7] is '_' or ':' or '.'
            && !(name.StartsWith("MONITOR_", StringComparison.Ordinal) && name[8] != '_'));

    /// <summary>Where a channel leads: the desk has chosen the middle of the name.</summary>
    public static bool IsOfChannel(string name) =>
        name.Split("__") is [_, _, var channel, var last]
        && name.StartsWith("Monitor__Webhooks__", StringComparison.OrdinalIgnoreCase) && channel.Length > 0
        && typeof(WebhookTarget).GetProperties().Any(property => property.Name.Equals(last, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<KnownSetting> Read()
    {
        var sections = new Sections();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationRoot([sections])).AddLogging().AddMonitor();
        var types = services.Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(type => type.Namespace!.StartsWith("Monitor.", StringComparison.Ordinal))
            .Distinct().ToList();
        using var provider = services.BuildServiceProvider();
        return [.. types.SelectMany(type => Of(type, provider, sections))];
    }

    private static IEnumerable<KnownSetting> Of(Type type, IServiceProvider provider, Sections sections)
    {
        var options = Activator.CreateInstance(type)!;
        var defaults = Activator.CreateInstance(type)!;
        sections.Asked.Clear();
        var configure = typeof(IConfigureOptions<>).MakeGenericType(type);
        foreach (var service in provider.GetServices(configure))
        {
            configure.GetMethod("Configure")!.Invoke(service, [options]);
        }

        var section = sections.Asked.Single().Replace(":", "__", StringComparison.Ordinal);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property => new KnownSetting($"{section}__{property.Name}", type, property, property.GetValue(defaults) is not (null or "")));
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

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

        public void Load()
        {
        }
    }
}

/// <param name="Name">As it stands in the environment: Monitor__Mail__Smtp__Port.</param>
/// <param name="Options">The options that hold it.</param>
internal sealed record KnownSetting(string Name, Type Options, PropertyInfo Property, bool HasDefault)
{
    private Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>What is never shown.</summary>
    public bool IsSecret => Property.Name is "Password" or "Key" or "AccessKey" or "ConnectionString";

    /// <summary>What is wanted, with an example.</summary>
    public string Wanted =>
        Type == typeof(bool) ? "true or false"
        : Type == typeof(TimeSpan) ? "a time such as 00:01:30"
        : Type == typeof(Uri) ? "an absolute address such as https://account.blob.core.windows.net"
        : Type == typeof(int) ? "a whole number"
        : "a text";

    public bool TryRead(string text, out object? value)
    {
        value = null;
        if (Type == typeof(Uri))
        {
            var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
            value = isAddress ? address : null;
            return isAddress;
        }

        try
        {
            value = TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text);
            return true;
        }
        // The converters of .NET throw whatever the parser below them does, some of it wrapped.
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }
}
