namespace Toolbox.Manifests;

/// <summary>A role as value of the label <c>role</c>; also the name of the container that plays it.</summary>
public static class ObjectRoleLabel
{
    public static string Label(this ObjectRole role) => role switch
    {
        ObjectRole.JobManager => "jobmanager",
        ObjectRole.TaskManager => "taskmanager",
        ObjectRole.Supervisor => "supervisor",
        ObjectRole.Bootstrap => "bootstrap",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null)
    };
}
