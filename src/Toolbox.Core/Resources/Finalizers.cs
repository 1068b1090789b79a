namespace Toolbox.Core.Resources;

/// <summary>The finalizers of the custom resources, as the toolbox always named them.</summary>
public static class Finalizers
{
    /// <summary>On FlinkDeployments and FlinkClusters; removed by the operator.</summary>
    public const string Operator = "operator.nextbreakpoint.com";

    /// <summary>On FlinkClusters and FlinkJobs; removed by the supervisor, or by the operator for a job without cluster.</summary>
    public const string Supervisor = "supervisor.nextbreakpoint.com";
}
