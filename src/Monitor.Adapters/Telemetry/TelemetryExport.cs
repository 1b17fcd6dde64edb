using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Pipeline.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Monitor.Adapters.Telemetry;

/// <summary>
/// Traces and metrics by OTLP, where OTEL_EXPORTER_OTLP_ENDPOINT says where to; otherwise nothing is listened to and nothing
/// leaves. The exporter reads its other settings by OpenTelemetry's own names (OTEL_EXPORTER_OTLP_PROTOCOL, _HEADERS, _TIMEOUT).
/// </summary>
public sealed class TelemetryExport : IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>For a collector that does not answer.</summary>
    private const int FlushMilliseconds = 5_000;

    private readonly TracerProvider? traces;
    private readonly MeterProvider? metrics;

    private TelemetryExport(TracerProvider? traces, MeterProvider? metrics) => (this.traces, this.metrics) = (traces, metrics);

    public bool IsOn => traces is not null;

    public static TelemetryExport Start(string? endpoint)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return new TelemetryExport(null, null);
        }

        var version = typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var resource = ResourceBuilder.CreateDefault().AddService("monitor", serviceVersion: version);
        return new TelemetryExport(
            // The web server's own activity around each run is recorded by nobody, and must not decide for those inside it.
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).SetSampler(new AlwaysOnSampler()).AddSource(Instruments.Name).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Instruments.Name).AddOtlpExporter().Build());
    }

    /// <summary>Sends what there is: a process that is killed sends nothing any more.</summary>
    public void Flush()
    {
        traces?.ForceFlush(FlushMilliseconds);
        metrics?.ForceFlush(FlushMilliseconds);
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}

public static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services) =>
        services.AddSingleton(provider => TelemetryExport.Start(provider.GetRequiredService<IConfiguration>()[TelemetryExport.Endpoint]));
}
