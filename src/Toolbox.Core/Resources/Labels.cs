namespace Toolbox.Core.Resources;

/// <summary>The label selector that scale subresources and autoscalers read.</summary>
public static class Labels
{
    public static string Selector(string cluster) => $"clusterName={cluster},owner=flink-operator,component=flink,role=taskmanager";
}
