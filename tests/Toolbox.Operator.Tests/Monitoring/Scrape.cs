using Toolbox.Operator.Monitoring;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>What Prometheus would read.</summary>
static class Scrape
{
    public static async Task<string[]> Of(ProcessMetrics metrics)
    {
        using var stream = new MemoryStream();
        await metrics.Export(stream, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
    }

    /// <summary>The series of one metric.</summary>
    public static async Task<string[]> Of(ProcessMetrics metrics, string name) =>
        [.. (await Of(metrics)).Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) || line.StartsWith(name + " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
