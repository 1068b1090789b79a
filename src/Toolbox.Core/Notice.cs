namespace Toolbox.Core;

/// <summary>A Kubernetes event in the making.</summary>
/// <param name="Reason">The rule's name.</param>
public sealed record Notice(bool IsWarning, string Reason, string Message);
