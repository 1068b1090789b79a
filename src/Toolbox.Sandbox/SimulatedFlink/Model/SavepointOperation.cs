namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>An asynchronous savepoint or stop, found by job and trigger id. Neither location nor failure: in progress.</summary>
sealed class SavepointOperation(string jobId, string triggerId, string target, SavepointPurpose purpose)
{
    public string JobId { get; } = jobId;

    public string TriggerId { get; } = triggerId;

    public string Target { get; } = target;

    public SavepointPurpose Purpose { get; } = purpose;

    public string? Location { get; set; }

    public string? FailureTrace { get; set; }

    public bool InProgress => Location is null && FailureTrace is null;
}

enum SavepointPurpose
{
    Keep,
    CancelAfterwards,
    Stop,
}
