using System.Collections.Immutable;
using k8s.Models;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Pods;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Starts the containers of one pod, and says in their records and in events why it could not.</summary>
/// <param name="ring">Wakes the pod's worker.</param>
public sealed class ContainerRunner(NodeServices services, LogStore logs, Action ring)
{
    static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(10);

    /// <summary>Tries once; on a refusal the slot says when to try again.</summary>
    public async Task StartAsync(V1Pod pod, ContainerSlot slot, SetupAnswer.Done setup)
    {
        var arguments = (slot.Spec.Command ?? []).Concat(slot.Spec.Args ?? []).ToList();
        var image = services.Images.Find(slot.Spec.Image, arguments);
        if (image is Image.Missing missing)
        {
            NoImage(pod, slot, missing.Message);
            return;
        }

        var environment = Environment(pod, slot, setup);
        if (environment is EnvironmentAnswer.Missing unknown)
            Refuse(pod, slot, "CreateContainerConfigError", unknown.Message, $"Error: {unknown.Message}");
        else if (environment is EnvironmentAnswer.Complete complete)
            await StartAsync(pod, slot, setup, image, complete.Variables);
    }

    async Task StartAsync(V1Pod pod, ContainerSlot slot, SetupAnswer.Done setup, Image image, ImmutableDictionary<string, string> variables)
    {
        services.Events.Normal(pod, "Pulled", $"Container image \"{slot.Spec.Image}\" already present on machine", slot.Spec);
        if (image is Image.Flinkctl { Warning: { } warning })
            services.Events.Warning(pod, "UnknownImage", warning, slot.Spec);
        ContainerLog? log = null;
        try
        {
            var mounts = ContainerFiles.Mounts(slot.Spec, setup.Volumes);
            var folder = services.Folders.Container(pod.Metadata.Uid, slot.Spec.Name);
            var root = ContainerFiles.BuildRoot(folder, image, mounts);
            log = logs.Open(pod.Metadata.Uid, slot.Spec.Name, slot.Record.NextRun);
            var own = variables.SetItem(NodeVariables.Root, root).SetItem(NodeVariables.ListenAddress, setup.Address.ToString());
            var context = new ContainerContext(
                pod, slot.Spec, setup.Address, Arguments(slot.Spec, own), slot.Spec.Command is { Count: > 0 }, own, mounts, folder, root, log);
            Take(pod, slot, log, await services.Starter.StartAsync(image, context), setup);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log?.Dispose();
            Refuse(pod, slot, "CreateContainerError", exception.Message, $"Error: {exception.Message}");
        }
    }

    void Take(V1Pod pod, ContainerSlot slot, ContainerLog log, StartAnswer answer, SetupAnswer.Done setup)
    {
        switch (answer)
        {
            case StartAnswer.Started started:
                services.Events.Normal(pod, "Created", $"Created container: {slot.Spec.Name}", slot.Spec);
                services.Events.Normal(pod, "Started", $"Started container {slot.Spec.Name}", slot.Spec);
                Run(pod, slot, log, started, setup);
                break;
            case StartAnswer.Refused refused:
                log.Write(refused.Message, "stderr");
                log.Dispose();
                Refuse(pod, slot, refused.Reason, refused.Message, $"Error: {refused.Message}");
                break;
        }
    }

    void Run(V1Pod pod, ContainerSlot slot, ContainerLog log, StartAnswer.Started started, SetupAnswer.Done setup)
    {
        slot.Running = started.Container;
        slot.Log = log;
        slot.Refusals = 0;
        slot.Liveness = ContainerProbes.Start(slot.Spec.LivenessProbe, "Liveness", pod, slot.Spec, setup.Address, services, ring);
        slot.Readiness = ContainerProbes.Start(slot.Spec.ReadinessProbe, "Readiness", pod, slot.Spec, setup.Address, services, ring);
        slot.Record = slot.Record with
        {
            State = new ContainerState.Running(services.Now),
            Restarts = slot.Record.NextRun,
            ContainerId = "sandbox://" + Guid.NewGuid().ToString("N"),
            ImageId = started.ImageId,
            Started = true,
            Ready = slot.Readiness is null,
        };
        _ = started.Container.Exit.ContinueWith(_ => ring(), TaskScheduler.Default);
    }

    EnvironmentAnswer Environment(V1Pod pod, ContainerSlot slot, SetupAnswer.Done setup)
    {
        var network = new PodNetwork(setup.Address.ToString(), services.Options.HostAddress.ToString());
        return new ContainerEnvironment(pod, slot.Spec, network, setup.Objects, NodeDescription.Capacity()).Compose(GivenVariables.Of(pod, services.Client.Server));
    }

    static ImmutableArray<string> Arguments(V1Container container, ImmutableDictionary<string, string> variables) =>
        [.. (container.Command ?? []).Concat(container.Args ?? []).Select(text => VariableExpansion.Expand(text, name => variables.GetValueOrDefault(name)))];

    void NoImage(V1Pod pod, ContainerSlot slot, string message)
    {
        if (slot.IsInit)
        {
            // What an unknown image would do cannot be known; the pod goes on without it rather than not at all.
            services.Events.Warning(pod, "UnknownImage", $"init container {slot.Spec.Name} is taken as completed: {message}", slot.Spec);
            slot.Record = slot.Record with
            {
                State = new ContainerState.Terminated(0, "Completed", "not run: " + message, services.Now, services.Now, null),
                Ready = true,
            };
            return;
        }

        var first = slot.Refusals == 0;
        services.Events.Warning(pod, "Failed", first ? $"Failed to pull image \"{slot.Spec.Image}\": {message}" : "Error: ImagePullBackOff", slot.Spec);
        var text = first ? message : $"Back-off pulling image \"{slot.Spec.Image}\": ErrImagePull: {message}";
        Refuse(pod, slot, first ? "ErrImagePull" : "ImagePullBackOff", text, null);
    }

    void Refuse(V1Pod pod, ContainerSlot slot, string reason, string message, string? eventMessage)
    {
        if (eventMessage is not null)
            services.Events.Warning(pod, "Failed", eventMessage, slot.Spec);
        slot.Record = slot.Record with { State = new ContainerState.Waiting(reason, message), Ready = false, Started = false };
        slot.Refusals++;
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(slot.Refusals - 1, 10)));
        slot.NotBefore = services.Now + (delay < LongestRefusal ? delay : LongestRefusal);
    }
}
