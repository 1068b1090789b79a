using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// Starts JobManagers and TaskManagers of a Flink distribution as processes of this machine, each with its own address, configuration,
/// temporary files and, where the kernel grants it, its own view of the file system with the pod's volumes at their places.
/// </summary>
public sealed class RealFlinkStarter(ProcessLauncher launcher, HostsFiles hosts, MountNamespace mounts, FlinkFolder folders)
{
    public async Task<StartAnswer> StartAsync(FlinkHome home, ContainerContext context)
    {
        if (FlinkRoles.Of(context) is not { } role)
            return new StartAnswer.Refused("RunContainerError", $"Flink knows 'jobmanager' and 'taskmanager', not '{string.Join(' ', context.Arguments)}'");
        var folder = Path.Combine(context.Folder, "flink");
        folders.Prepare(home, context, folder);
        var hostsFile = FlinkConfiguration.HostsFile(folder);
        hosts.Add(hostsFile, context.Namespace, context.Address, role == FlinkRole.JobManager ? context.Variables.GetValueOrDefault("JOB_MANAGER_RPC_ADDRESS") : null);
        var script = Path.Combine(home.Folder, "bin", role == FlinkRole.JobManager ? "jobmanager.sh" : "taskmanager.sh");
        var heaps = HeapVariables.WithUnit(home, context.Variables);
        foreach (var (name, value) in heaps)
            context.Log.Write(HeapVariables.Remark(name, value, home));
        var own = context with { Variables = context.Variables.SetItems(heaps).SetItems(Variables(home, folder)) };
        if (!mounts.IsGranted && context.Mounts.Any(mount => !mount.Path.StartsWith("/var/run/", StringComparison.Ordinal)))
            context.Log.Write("The kernel grants no mount namespace: volumes are not at their places, only under " + context.Root, "stderr");
        var answer = await ProcessContainer.StartAsync(
            launcher, mounts.Wrap([script, "start-foreground"], context.Mounts, context.Folder), own, "sandbox://flink-" + home.Version);
        if (answer is StartAnswer.Started started)
            _ = started.Container.Exit.ContinueWith(_ => hosts.Remove(hostsFile), TaskScheduler.Default);
        else
            hosts.Remove(hostsFile);
        return answer;
    }

    static Dictionary<string, string> Variables(FlinkHome home, string folder) => new()
    {
        ["FLINK_HOME"] = home.Folder,
        ["FLINK_CONF_DIR"] = Path.Combine(folder, "conf"),
        ["FLINK_PLUGINS_DIR"] = FlinkFolder.Plugins(folder),
        ["FLINK_LOG_DIR"] = Path.Combine(folder, "log"),
        ["FLINK_PID_DIR"] = Path.Combine(folder, "tmp"),
        // The first Java on the PATH counts, as for Flink's own scripts.
        ["JAVA_HOME"] = JavaRuntime.Home() ?? "",
    };
}
