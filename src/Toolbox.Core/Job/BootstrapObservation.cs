using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>What a job needs to know about its bootstrap Job and that Job's pods.</summary>
/// <param name="Presence">Absent only when neither the Job nor one of its pods is left: then nothing can submit any more.</param>
/// <param name="JobId">The Flink job id that this bootstrap submits under.</param>
/// <param name="HasFailed">Kubernetes gave up on it (backoffLimit reached), or it gave up itself (<see cref="PermanentFailure"/>).</param>
/// <param name="Trouble">The last words of its pod, or why the pod does not start, as one line; empty when all is well.</param>
public sealed record BootstrapObservation(Presence Presence, string JobId, bool HasSucceeded, bool HasFailed, string Trouble)
{
    /// <summary>The exit code by which a bootstrap says that another try cannot help.</summary>
    public const int PermanentFailure = 3;

    public static readonly BootstrapObservation Absent = new(Presence.Absent, "", false, false, "");
}
