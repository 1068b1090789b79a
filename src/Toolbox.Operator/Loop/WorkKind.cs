namespace Toolbox.Operator.Loop;

/// <summary>What is to be decided about. <see cref="Supervision"/> is a cluster's supervisor, <see cref="DetachedJob"/> a job whose cluster
/// may be gone, <see cref="Orphan"/> an object whose owner may be gone.</summary>
public enum WorkKind { Deployment, Supervision, DetachedJob, Orphan, Cluster, Job }
