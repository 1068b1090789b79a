namespace Toolbox.Core.Plans;

/// <summary>What happens to a resource, or to what runs for it. A <see cref="Restart"/> ends what runs and starts it anew.</summary>
public enum PlannedAction { Unchanged, Create, Change, Delete, Start, Restart, Stop, Scale, ReplaceSupervisor }
