namespace Toolbox.Flink;

/// <summary>One call that Flink answered or did not, for whoever measures.</summary>
/// <param name="Name">Method and path, with ID in place of every id: so there are only as many as Flink has endpoints.</param>
/// <param name="Outcome">ok, not-found, refused or unreachable.</param>
public readonly record struct FlinkCall(string Name, string Outcome, TimeSpan Took);
