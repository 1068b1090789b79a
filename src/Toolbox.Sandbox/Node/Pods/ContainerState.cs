namespace Toolbox.Sandbox.Node.Pods;

/// <summary>What a container is doing; closed, in the words of <c>containerStatuses[].state</c>.</summary>
public abstract record ContainerState
{
    ContainerState() { }

    /// <param name="Reason">A word such as <c>ContainerCreating</c>, <c>CrashLoopBackOff</c>, <c>ErrImagePull</c>.</param>
    public sealed record Waiting(string Reason, string? Message = null) : ContainerState;

    public sealed record Running(DateTime StartedAt) : ContainerState;

    /// <param name="ExitCode">The code of the process; 128 plus the number of the signal that ended it.</param>
    /// <param name="Reason"><c>Completed</c>, <c>Error</c>, <c>OOMKilled</c> and the like.</param>
    public sealed record Terminated(int ExitCode, string Reason, string? Message, DateTime StartedAt, DateTime FinishedAt, string? ContainerId)
        : ContainerState;
}
