using Toolbox.Core.Cluster;
using Toolbox.Core.Job;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>One state of the explored system; times are canonical (<see cref="CanonicalTime"/>).</summary>
sealed record Node(ClusterStatus Cluster, JobStatus Job, World World)
{
    // Statuses are large and a state is looked up often, so its hash code is computed once. A copy computes its own.
    int _hash;

    Node(Node other) => (Cluster, Job, World) = (other.Cluster, other.Job, other.World);

    public bool Equals(Node? other) =>
        other is not null && GetHashCode() == other.GetHashCode() && World.Equals(other.World) && Job.Equals(other.Job) && Cluster.Equals(other.Cluster);

    public override int GetHashCode() => _hash != 0 ? _hash : _hash = HashCode.Combine(Cluster, Job, World) | 1;
}
