namespace Toolbox.Operator.Bootstrap;

/// <summary>What a bootstrap is told by its command line.</summary>
/// <param name="JobName">The job's name inside its cluster.</param>
/// <param name="JobId">The recorded Flink job id; empty takes the one that the FlinkJob's status records.</param>
/// <param name="JarPath">Absolute path of the JAR as the container sees it.</param>
public sealed record BootstrapOptions(
    string Namespace,
    string ClusterName,
    string JobName,
    string JobId,
    string JarPath,
    string ClassName,
    int Parallelism,
    string SavepointPath,
    bool AllowNonRestoredState,
    IReadOnlyList<string> Arguments)
{
    /// <summary>Name of the FlinkJob.</summary>
    public string ResourceName => $"{ClusterName}-{JobName}";
}
