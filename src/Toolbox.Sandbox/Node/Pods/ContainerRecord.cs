namespace Toolbox.Sandbox.Node.Pods;

/// <summary>What the node knows about one container of a pod; <c>containerStatuses</c> is computed from it.</summary>
/// <param name="Last">The end before the present state, if there was one.</param>
/// <param name="Restarts">How often it was started again.</param>
/// <param name="Started">It runs and its startup is over.</param>
public sealed record ContainerRecord(
    string Name,
    string Image,
    ContainerState State,
    ContainerState.Terminated? Last = null,
    int Restarts = 0,
    string? ContainerId = null,
    string? ImageId = null,
    bool Ready = false,
    bool Started = false)
{
    /// <summary>A container that was not started yet.</summary>
    public static ContainerRecord New(string name, string image, string reason) => new(name, image, new ContainerState.Waiting(reason));

    /// <summary>The number that the next run gets: a container that ended once is restarted, one that never ran is started.</summary>
    public int NextRun => Last is null ? Restarts : Restarts + 1;

    public bool HasSucceeded => State is ContainerState.Terminated { ExitCode: 0 };
}
