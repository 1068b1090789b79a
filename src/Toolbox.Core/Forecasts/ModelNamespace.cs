using System.Collections.Immutable;
using Toolbox.Core.Job;

namespace Toolbox.Core.Forecasts;

/// <summary>A namespace in which everything succeeds: what is created comes up, what is asked of Flink is done.</summary>
public sealed record ModelNamespace(
    string Name, ImmutableSortedDictionary<string, ModelDeployment> Deployments, ImmutableSortedDictionary<string, ModelCluster> Clusters,
    ImmutableSortedDictionary<string, ModelJob> Jobs, DateTimeOffset Now)
{
    /// <summary>Stands for a savepoint that does not exist yet.</summary>
    public const string FutureSavepoint = "(the savepoint that is taken first)";

    public static ModelNamespace Empty(string name, DateTimeOffset now) => new(
        name, ImmutableSortedDictionary.Create<string, ModelDeployment>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, ModelCluster>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, ModelJob>(StringComparer.Ordinal), now);

    /// <summary>The cluster that a job belongs to, if it exists.</summary>
    public ModelCluster? ClusterOf(ModelJob job) =>
        JobAssociation.ClusterOf(job.Snapshot.Name, job.Snapshot.Status.ClusterName, Clusters.Keys).MatchUnsafe(name => Clusters.GetValueOrDefault(name), () => null);

    public IEnumerable<ModelJob> JobsOf(string cluster) => Jobs.Values.Where(job => ClusterOf(job)?.Snapshot.Name == cluster);

    public ModelNamespace With(ModelCluster cluster) => this with { Clusters = Clusters.SetItem(cluster.Snapshot.Name, cluster) };

    public ModelNamespace With(ModelJob job) => this with { Jobs = Jobs.SetItem(job.Snapshot.Name, job) };

    public ModelNamespace With(ModelDeployment deployment) => this with { Deployments = Deployments.SetItem(deployment.Metadata.Name, deployment) };
}
