namespace Toolbox.Manifests;

/// <summary>What an object does for its cluster.</summary>
public enum ObjectRole
{
    JobManager,
    TaskManager,
    Supervisor,
    Bootstrap
}
