namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Flink's JobStatus; names as in the REST API when upper-cased.</summary>
enum JobStatus
{
    Initializing,
    Created,
    Running,
    Failing,
    Failed,
    Cancelling,
    Canceled,
    Finished,
    Restarting,
    Suspended,
    Reconciling,
}

static class JobStatusNames
{
    public static string Wire(this JobStatus status) => status.ToString().ToUpperInvariant();

    public static bool IsEnded(this JobStatus status) => status is JobStatus.Failed or JobStatus.Canceled or JobStatus.Finished;
}
