namespace Toolbox.Core.Cluster;

/// <summary>
/// What the last scaling decision saw and wanted, so that the latest word wins: a declared number that is neither
/// <paramref name="Declared"/> nor <paramref name="Target"/> was written by somebody else since.
/// </summary>
public sealed record ScalingMemory(int Declared, int Needed, int Target);
