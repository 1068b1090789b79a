namespace Toolbox.Core.Cluster;

/// <summary>One digest per part of a cluster's spec; two specs are compared by their digests alone.</summary>
public sealed record ClusterDigest(string Runtime, string JobManager, string TaskManager, string Supervisor);
