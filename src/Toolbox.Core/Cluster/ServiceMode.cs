namespace Toolbox.Core.Cluster;

/// <summary>Type of the JobManager's Service.</summary>
public enum ServiceMode { ClusterIP, NodePort }
