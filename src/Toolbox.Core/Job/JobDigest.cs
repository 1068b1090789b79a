namespace Toolbox.Core.Job;

/// <summary>One digest per part of a job's spec.</summary>
public sealed record JobDigest(string Bootstrap, string Savepoint, string Restart);
