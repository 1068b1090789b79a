using k8s.Models;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Pods;
using Toolbox.Sandbox.Node.Probes;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>The place of one container in a pod: its record and, while it runs, what runs. Used by its pod's worker only, logs excepted.</summary>
public sealed class ContainerSlot(V1Container spec, bool isInit, ContainerRecord record)
{
    public V1Container Spec { get; } = spec;

    public bool IsInit { get; } = isInit;

    public ContainerRecord Record { get; set; } = record;

    public IRunningContainer? Running { get; set; }

    /// <summary>The log of the latest run of this process.</summary>
    public ContainerLog? Log { get; set; }

    /// <summary>How often in a row it ended early.</summary>
    public int Failures { get; set; }

    /// <summary>How often in a row it could not even be started.</summary>
    public int Refusals { get; set; }

    /// <summary>It is not started before this time.</summary>
    public DateTime NotBefore { get; set; }

    public Probe? Liveness { get; set; }

    public Probe? Readiness { get; set; }

    public bool IsDue(DateTime now) => Running is null && Record.State is ContainerState.Waiting && NotBefore <= now;

    public void StopProbes()
    {
        Liveness?.Dispose();
        Readiness?.Dispose();
        (Liveness, Readiness) = (null, null);
    }
}
