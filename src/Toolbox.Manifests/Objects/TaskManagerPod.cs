using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>
/// The pod of a TaskManager. It has no probes: a TaskManager has no HTTP port, its data port is a random one, and one that lost its
/// JobManager ends by itself.
/// </summary>
public static class TaskManagerPod
{
    public static Either<ManifestError, V1Pod> Render(FlinkPodIdentity identity, FlinkClusterSpec spec) =>
        from taskManager in Required.Part(spec.TaskManager, "spec.taskManager")
        from pod in FlinkPod.Render(identity, spec, new FlinkPodRole(ObjectRole.TaskManager, taskManager)
        {
            Environment =
            [
                new V1EnvVar
                {
                    Name = "TASK_MANAGER_NUMBER_OF_TASK_SLOTS",
                    Value = $"{taskManager.TaskSlots ?? TaskManagerSpec.DefaultTaskSlots}"
                }
            ],
            Ports = FlinkPorts.Of(FlinkPorts.TaskManager)
        })
        select pod;
}
