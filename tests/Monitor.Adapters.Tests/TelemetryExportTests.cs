using Monitor.Adapters.Telemetry;

namespace Monitor.Adapters.Tests;

public class TelemetryExportTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_collector_nothing_is_listened_to(string? endpoint)
    {
        using var export = TelemetryExport.Start(endpoint);

        export.IsOn.ShouldBeFalse();
        export.Flush();
    }
}
