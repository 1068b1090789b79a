namespace Toolbox.Core.Plans;

/// <summary>A pod that comes or goes.</summary>
/// <param name="Role">jobmanager or taskmanager.</param>
/// <param name="Name">Empty while it is not known: the name of a pod follows from the uid of its cluster.</param>
public sealed record PodChange(string Role, string Name);
