using System.Net;

namespace Toolbox.Api.Monitoring;

/// <summary>Where the monitoring endpoints listen and what they report.</summary>
/// <param name="Name">Name of the process, for example flink-operator.</param>
/// <param name="Address">All interfaces in a container; one loopback address where several processes share a machine.</param>
/// <param name="Port">0 takes a free one.</param>
/// <param name="IsReady">Whether the process is ready to work or to stand by.</param>
/// <param name="WriteMetrics">Writes the text format of Prometheus.</param>
public sealed record MonitoringOptions(string Name, string Version, IPAddress Address, int Port, Func<bool> IsReady, Func<Stream, CancellationToken, Task> WriteMetrics)
{
    /// <summary>How long a client may take for its headers.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of all headers together.</summary>
    public int LongestHeaders { get; init; } = 8 * 1024;

    /// <summary>Further names of the Host header that are served; with names given, the header is checked on every address.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    public int MostConnections { get; init; } = 250;
}
