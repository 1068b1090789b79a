namespace Toolbox.Core.Explanations;

/// <summary>A fact that is false now and becomes true by time alone, if nothing else happens before.</summary>
public sealed record Deadline(string Fact, DateTimeOffset At);
