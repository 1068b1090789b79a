namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>One entry of a job's exception history.</summary>
sealed record JobException(string ClassName, string Trace, long Timestamp, string? TaskName);
