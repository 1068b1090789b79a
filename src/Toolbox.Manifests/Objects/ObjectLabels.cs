namespace Toolbox.Manifests;

/// <summary>Labels that find the objects of a cluster; the same on the objects, in selectors and in affinities.</summary>
public static class ObjectLabels
{
    public const string Owner = "owner";
    public const string OwnerValue = "flink-operator";
    public const string Component = "component";
    public const string ComponentValue = "flink";
    public const string ClusterName = "clusterName";
    public const string JobName = "jobName";
    public const string Role = "role";

    /// <summary>Labels of a FlinkCluster that belongs to a FlinkDeployment.</summary>
    public static Dictionary<string, string> OfCluster(string clusterName) => new()
    {
        [ClusterName] = ObjectNames.LabelValue(clusterName),
        [Component] = ComponentValue,
        [Owner] = OwnerValue
    };

    /// <summary>Labels of a FlinkJob that belongs to a FlinkDeployment.</summary>
    public static Dictionary<string, string> OfJob(string clusterName, string jobName) => new(OfCluster(clusterName))
    {
        [JobName] = ObjectNames.LabelValue(jobName)
    };

    /// <summary>Labels of the pods, Service or Deployment with a role in a cluster.</summary>
    public static Dictionary<string, string> OfRole(string clusterName, ObjectRole role) => new(OfCluster(clusterName))
    {
        [Role] = role.Label()
    };

    /// <summary>Labels of a job's bootstrap.</summary>
    public static Dictionary<string, string> OfBootstrap(string clusterName, string jobName) => new(OfJob(clusterName, jobName))
    {
        [Role] = ObjectRole.Bootstrap.Label()
    };
}
