namespace Toolbox.Core.RestorePoints;

/// <summary>A savepoint or retained checkpoint that a job can start from.</summary>
/// <param name="Path">As Flink reported it, or as the user gave it.</param>
/// <param name="Origin">Why it exists.</param>
/// <param name="Time">When it was completed (or first seen).</param>
/// <param name="JobId">The Flink job that it was taken of; empty for one given by the user.</param>
public sealed record RestorePoint(string Path, RestorePointOrigin Origin, DateTimeOffset Time, string JobId);
