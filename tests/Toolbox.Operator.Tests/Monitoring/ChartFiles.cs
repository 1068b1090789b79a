using System.Runtime.CompilerServices;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>Files of the operator's chart for Prometheus and Grafana.</summary>
static class ChartFiles
{
    public static string Root { get; } = Folder();

    public static string Alerts { get; } = Path.Combine(Root, "helm", "flink-k8s-toolbox-operator", "monitoring", "alerts.yaml");

    public static string Dashboard { get; } = Path.Combine(Root, "helm", "flink-k8s-toolbox-operator", "monitoring", "dashboard.json");

    static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
