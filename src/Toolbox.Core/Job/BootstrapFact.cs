namespace Toolbox.Core.Job;

/// <summary>The bootstrap Job; <see cref="Stale"/> is one of an earlier submission.</summary>
public enum BootstrapFact { Absent, Terminating, Stale, Running, Succeeded, Failed }
