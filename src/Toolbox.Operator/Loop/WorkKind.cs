namespace Toolbox.Operator.Loop;

/// <summary>What is to be decided about. <see cref="Supervision"/> is a cluster's supervisor, <see cref="DetachedJob"/> a job whose cluster may be gone.</summary>
public enum WorkKind { Deployment, Supervision, DetachedJob, Cluster, Job }
