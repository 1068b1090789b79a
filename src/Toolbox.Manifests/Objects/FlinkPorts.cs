using k8s.Models;

namespace Toolbox.Manifests;

/// <summary>Flink's ports as they are set by the entry point of the official images.</summary>
public static class FlinkPorts
{
    /// <summary>Name and number of each JobManager port; the Service has the same.</summary>
    public static readonly IReadOnlyList<(string Name, int Number)> JobManager =
        [("ui", Rest), ("rpc", 6123), ("blob", 6124), ("query", 6125)];

    public static readonly IReadOnlyList<(string Name, int Number)> TaskManager = [("data", 6121), ("ipc", 6122)];

    /// <summary>Port of the JobManager's REST API and web page.</summary>
    public const int Rest = 8081;

    internal static IReadOnlyList<V1ContainerPort> Of(IReadOnlyList<(string Name, int Number)> ports) =>
        [.. ports.Select(port => new V1ContainerPort { Name = port.Name, ContainerPort = port.Number, Protocol = "TCP" })];
}
