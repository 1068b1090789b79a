namespace Toolbox.Core.Supervision;

/// <summary>The kinds of objects that are created for a FlinkCluster or FlinkJob.</summary>
public enum OwnedKind { Pod, Service, Job, Deployment }
