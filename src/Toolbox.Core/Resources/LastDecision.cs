namespace Toolbox.Core.Resources;

/// <summary>Which rule decided last, since when, and one sentence on why; shown as <c>status.decision</c>.</summary>
public sealed record LastDecision(string Rule, DateTimeOffset Since, string Message);
