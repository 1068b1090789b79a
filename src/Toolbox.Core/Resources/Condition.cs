namespace Toolbox.Core.Resources;

/// <summary>A Kubernetes condition (metav1.Condition); <c>Ready</c>, <c>Reconciling</c> and <c>Stalled</c> follow the kstatus conventions.</summary>
/// <param name="Type">For example Ready.</param>
/// <param name="Status">True or False.</param>
/// <param name="Reason">One word in PascalCase.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="LastTransitionTime">When <paramref name="Status"/> last changed.</param>
public sealed record Condition(string Type, bool Status, string Reason, string Message, DateTimeOffset LastTransitionTime, long ObservedGeneration);
