namespace Toolbox.Core.Resources;

/// <summary>The annotations that users write on FlinkClusters and FlinkJobs.</summary>
public static class Annotations
{
    public const string RequestedAction = "operator.nextbreakpoint.com/requested-action";
    public const string WithoutSavepoint = "operator.nextbreakpoint.com/without-savepoint";
    public const string ActionTimestamp = "operator.nextbreakpoint.com/action-timestamp";
}
