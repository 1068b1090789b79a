namespace Toolbox.Core.RestorePoints;

/// <summary>Why a restore point exists: <see cref="Initial"/> comes from <c>spec.savepoint.savepointPath</c>.</summary>
public enum RestorePointOrigin { Initial, Manual, Periodic, Stop, Upgrade, Checkpoint }
