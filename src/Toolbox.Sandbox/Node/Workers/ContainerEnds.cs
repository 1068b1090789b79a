using k8s.Models;
using Toolbox.Sandbox.Node.Pods;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Takes note of containers that ended, and decides whether and when they are started again.</summary>
public sealed class ContainerEnds(NodeServices services)
{
    /// <summary>Moves a container whose run is over to its next state; the others are left as they are.</summary>
    public void Collect(V1Pod pod, ContainerSlot slot)
    {
        if (slot.Running is not { Exit: { IsCompleted: true } exit } || slot.Record.State is not ContainerState.Running running)
            return;
        slot.Running = null;
        slot.StopProbes();
        var end = Describe(pod, slot, running, exit.Result);
        slot.Log?.Dispose();
        slot.Record = slot.Record with { State = end, Ready = slot.IsInit && end.ExitCode == 0, Started = false };
    }

    /// <summary>Lets a container that has ended wait for its next start, if the pod's restart policy wants one.</summary>
    public void Restart(V1Pod pod, ContainerSlot slot)
    {
        if (slot.Record.State is not ContainerState.Terminated end || !Restarts(pod, slot, end))
            return;
        var delay = services.Options.RestartDelay;
        slot.Failures = end.FinishedAt - end.StartedAt >= delay.ForgottenAfter ? 1 : slot.Failures + 1;
        var wait = delay.After(slot.Failures);
        slot.NotBefore = services.Now + wait;
        slot.Record = slot.Record with { State = Waiting(pod, slot, wait), Last = end };
    }

    static bool Restarts(V1Pod pod, ContainerSlot slot, ContainerState.Terminated end) =>
        slot.IsInit ? RestartPolicy.RestartsInit(pod.Spec.RestartPolicy, end) : RestartPolicy.Restarts(pod.Spec.RestartPolicy, end);

    ContainerState Waiting(V1Pod pod, ContainerSlot slot, TimeSpan wait)
    {
        if (wait == TimeSpan.Zero)
            return new ContainerState.Waiting("ContainerCreating");
        var name = $"{pod.Metadata.Name}_{pod.Metadata.NamespaceProperty}({pod.Metadata.Uid})";
        services.Events.Warning(pod, "BackOff", $"Back-off restarting failed container {slot.Spec.Name} in pod {name}", slot.Spec);
        return new ContainerState.Waiting("CrashLoopBackOff", $"back-off {wait.TotalSeconds:0.###}s restarting failed container={slot.Spec.Name} pod={name}");
    }

    ContainerState.Terminated Describe(V1Pod pod, ContainerSlot slot, ContainerState.Running running, int code)
    {
        var folder = services.Folders.Container(pod.Metadata.Uid, slot.Spec.Name);
        var file = Path.Join(folder, "root", slot.Spec.TerminationMessagePath ?? "/dev/termination-log");
        var text = File.Exists(file) ? File.ReadAllText(file) : null;
        var message = TerminationMessage.From(text, slot.Spec.TerminationMessagePolicy, code, slot.Log?.LastLines ?? []);
        return new ContainerState.Terminated(code, code == 0 ? "Completed" : "Error", message, running.StartedAt, services.Now, slot.Record.ContainerId);
    }
}
