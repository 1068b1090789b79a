namespace Toolbox.Sandbox.Node.Pods;

/// <summary>The phase of a pod from its containers, by the kubelet's rules.</summary>
public static class PodPhase
{
    public const string Pending = "Pending", Running = "Running", Succeeded = "Succeeded", Failed = "Failed";

    public static string Of(PodRecord record, string? restartPolicy)
    {
        if (record.Failure is not null)
            return Failed;
        if (!record.IsInitialized)
            return record.Init.Any(container => HasFailedForGood(container, restartPolicy)) ? Failed : Pending;
        if (record.Main.All(container => HasEndedForGood(container, restartPolicy)))
            return record.Main.All(container => container.HasSucceeded) ? Succeeded : Failed;
        return record.Main.Any(IsStillToCome) ? Pending : Running;
    }

    public static bool IsFinal(string? phase) => phase is Succeeded or Failed;

    static bool HasFailedForGood(ContainerRecord container, string? policy) =>
        container.State is ContainerState.Terminated { ExitCode: not 0 } end && !RestartPolicy.RestartsInit(policy, end);

    static bool HasEndedForGood(ContainerRecord container, string? policy) =>
        container.State is ContainerState.Terminated end && !RestartPolicy.Restarts(policy, end);

    /// <summary>Waiting without a previous run: it has never been started.</summary>
    static bool IsStillToCome(ContainerRecord container) => container is { State: ContainerState.Waiting, Last: null };
}
