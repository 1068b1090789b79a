namespace Toolbox.Core.Resources;

/// <summary>Kubernetes' pod phases; anything else reads as <see cref="Unknown"/>.</summary>
public enum PodPhase { Unknown, Pending, Running, Succeeded, Failed }
