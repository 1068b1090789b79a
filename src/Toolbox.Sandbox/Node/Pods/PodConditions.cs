using System.Collections.Immutable;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Pods;

/// <summary>The conditions that a kubelet writes, in its order; a transition time changes only with the condition's status.</summary>
public static class PodConditions
{
    /// <summary>The five conditions of the node, then those that others wrote.</summary>
    public static IList<V1PodCondition> Of(PodRecord record, string phase, IList<V1PodCondition>? before, DateTime now)
    {
        var own = ImmutableArray.Create(
            new Verdict("PodReadyToStartContainers", record.Network is not null && !PodPhase.IsFinal(phase)),
            Initialized(record, phase),
            Ready("Ready", record, phase),
            Ready("ContainersReady", record, phase),
            new Verdict("PodScheduled", true));
        var old = before ?? [];
        return [.. own.Select(verdict => Write(verdict, old, now)), .. old.Where(condition => own.All(verdict => verdict.Type != condition.Type))];
    }

    static Verdict Initialized(PodRecord record, string phase)
    {
        if (record.IsInitialized)
            return new Verdict("Initialized", true, phase == PodPhase.Succeeded ? "PodCompleted" : null);
        var waiting = record.Init.Where(container => !container.HasSucceeded).Select(container => container.Name);
        return new Verdict("Initialized", false, "ContainersNotInitialized", $"containers with incomplete status: [{string.Join(' ', waiting)}]");
    }

    static Verdict Ready(string type, PodRecord record, string phase)
    {
        if (phase == PodPhase.Succeeded)
            return new Verdict(type, false, "PodCompleted");
        if (phase == PodPhase.Failed)
            return new Verdict(type, false, "PodFailed");
        var unready = record.Main.Where(container => !container.Ready).Select(container => container.Name).ToList();
        return unready.Count == 0
            ? new Verdict(type, true)
            : new Verdict(type, false, "ContainersNotReady", $"containers with unready status: [{string.Join(' ', unready)}]");
    }

    static V1PodCondition Write(Verdict verdict, IList<V1PodCondition> before, DateTime now)
    {
        var status = verdict.Holds ? "True" : "False";
        var old = before.FirstOrDefault(condition => condition.Type == verdict.Type);
        return new V1PodCondition
        {
            Type = verdict.Type,
            Status = status,
            Reason = verdict.Reason,
            Message = verdict.Message,
            LastTransitionTime = old?.Status == status ? old.LastTransitionTime : now,
        };
    }

    sealed record Verdict(string Type, bool Holds, string? Reason = null, string? Message = null);
}
