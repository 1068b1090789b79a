namespace Toolbox.Sandbox.Node.Probes;

/// <summary>What a probe has come to, after its thresholds.</summary>
public enum ProbeOutcome
{
    /// <summary>Not decided yet.</summary>
    Unknown,
    Success,
    Failure,
}
