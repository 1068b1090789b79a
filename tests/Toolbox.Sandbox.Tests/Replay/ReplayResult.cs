namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>What came of one exchange.</summary>
/// <param name="Difference">Null when the answer is the recorded one.</param>
public sealed record ReplayResult(string Exchange, string? Difference);
