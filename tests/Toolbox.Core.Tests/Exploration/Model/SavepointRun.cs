namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>The savepoint operation that Flink remembers.</summary>
/// <param name="Attempt">The submission of the job.</param>
/// <param name="Trigger">The request's id, a small number (0: none).</param>
/// <param name="Number">Of the completed savepoint; its path follows from it.</param>
readonly record struct SavepointRun(byte Attempt, byte Trigger, bool Stops, SavepointLife Life, byte Number);
