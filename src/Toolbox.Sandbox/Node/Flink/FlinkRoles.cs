using Toolbox.Sandbox.Node.Containers;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Reads the role from a container's command and arguments, as the Flink image's entry point does.</summary>
public static class FlinkRoles
{
    /// <summary>Null when the arguments name neither <c>jobmanager</c> nor <c>taskmanager</c>.</summary>
    public static FlinkRole? Of(ContainerContext context) => context.Arguments
        .Select(argument => (FlinkRole?)(Path.GetFileNameWithoutExtension(argument) switch
        {
            "jobmanager" => FlinkRole.JobManager,
            "taskmanager" => FlinkRole.TaskManager,
            _ => null,
        }))
        .FirstOrDefault(role => role is not null);
}
