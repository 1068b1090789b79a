using System.Globalization;
using System.Net.Sockets;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Starts containers of the simulated Flink: a JobManager that answers REST on the pod's address, or a TaskManager that offers slots to one.</summary>
public sealed class SimulatedFlinkStarter(SimulatedClusters clusters, ClusterNames names, SimulatedStorage storage, NodeOptions options)
{
    public Task<StartAnswer> StartAsync(string version, ContainerContext context) => FlinkRoles.Of(context) switch
    {
        FlinkRole.JobManager => StartJobManagerAsync(version, context),
        FlinkRole.TaskManager => Task.FromResult(StartTaskManager(version, context)),
        _ => Task.FromResult<StartAnswer>(new StartAnswer.Refused(
            "RunContainerError", $"the simulated Flink knows 'jobmanager' and 'taskmanager', not '{string.Join(' ', context.Arguments)}'")),
    };

    async Task<StartAnswer> StartJobManagerAsync(string version, ContainerContext context)
    {
        context.Log.Write($"Simulated Flink {version}: starting JobManager at {context.Address}:8081");
        var configuration = FlinkProperties.Parse(context.Variables.GetValueOrDefault("FLINK_PROPERTIES"));
        foreach (var (key, value) in configuration)
            context.Log.Write($"Loading configuration property: {key}, {value}");
        try
        {
            var manager = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(context.Address, version)
            {
                Clock = options.FlinkClock,
                Timing = options.FlinkTiming,
                Storage = storage,
                Configuration = configuration,
            });
            context.Log.Write($"Rest endpoint listening at {context.Address}:8081");
            clusters.Add(context.Address, manager);
            names.NoteChange();
            return new StartAnswer.Started(new SimulatedContainer(context.Log, () => StopAsync(context, manager)), ImageId(version));
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or SocketException)
        {
            return new StartAnswer.Refused("RunContainerError", $"simulated Flink {version}: {exception.Message}");
        }
    }

    async Task StopAsync(ContainerContext context, SimulatedJobManager manager)
    {
        clusters.Remove(context.Address, manager);
        names.NoteChange();
        await manager.DisposeAsync();
    }

    StartAnswer StartTaskManager(string version, ContainerContext context)
    {
        var service = context.Variables.GetValueOrDefault("JOB_MANAGER_RPC_ADDRESS");
        if (string.IsNullOrEmpty(service))
            return new StartAnswer.Refused("RunContainerError", "JOB_MANAGER_RPC_ADDRESS is not set: the TaskManager cannot know its JobManager");
        var properties = FlinkProperties.Parse(context.Variables.GetValueOrDefault("FLINK_PROPERTIES"));
        var text = properties.GetValueOrDefault("taskmanager.numberOfTaskSlots")
            ?? context.Variables.GetValueOrDefault("TASK_MANAGER_NUMBER_OF_TASK_SLOTS") ?? "1";
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var slots) || slots < 1)
            return new StartAnswer.Refused("RunContainerError", $"the number of task slots is '{text}': a number from 1 is needed");
        context.Log.Write($"Simulated Flink {version}: starting TaskManager {context.Pod.Metadata.Name} at {context.Address} with {slots} slots");
        var worker = new SimulatedTaskManager($"{context.Address}:6122-{context.Pod.Metadata.Uid[..6]}", context.Address.ToString(), 6121, slots);
        var membership = new Membership(clusters, names, context.Namespace, service, worker, context.Log);
        return new StartAnswer.Started(new SimulatedContainer(context.Log, membership.StopAsync), ImageId(version));
    }

    static string ImageId(string version) => "sandbox://simulated-flink-" + version;
}
