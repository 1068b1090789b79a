namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Which of Flink's processes a container is.</summary>
public enum FlinkRole
{
    JobManager,
    TaskManager,
}
