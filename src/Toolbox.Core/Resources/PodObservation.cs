namespace Toolbox.Core.Resources;

/// <summary>What a decision needs of a pod.</summary>
/// <param name="Restarts">Restart count of the main container: a container restarted in place is a new process.</param>
/// <param name="Phase">The pod's phase as Kubernetes reports it.</param>
/// <param name="Trouble">Why a container does not run (ImagePullBackOff, Unschedulable, ...) as one line, or empty.</param>
public sealed record PodObservation(
    string Name, string Uid, PodPhase Phase, bool IsReady, bool IsDeleting, int Restarts, string Address, string Trouble)
{
    /// <summary>A pod that ended, whatever its restart policy promised: it was evicted, its node is lost, or it completed.</summary>
    public bool HasEnded => Phase is PodPhase.Failed or PodPhase.Succeeded;

    /// <summary>Names the process in the main container: the pod and how often it was restarted.</summary>
    public string Process => $"{Uid}/{Restarts}";
}
