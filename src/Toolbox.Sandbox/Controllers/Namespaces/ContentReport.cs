namespace Toolbox.Sandbox.Controllers.Namespaces;

/// <summary>What a namespace still holds.</summary>
/// <param name="Remaining">Number of objects by resource, such as <c>widgets.example.toolbox.dev</c>.</param>
/// <param name="Finalizers">Number of objects by the finalizer that holds them.</param>
/// <param name="Failures">What could not be listed or deleted, and why.</param>
sealed record ContentReport(
    IReadOnlyDictionary<string, int> Remaining, IReadOnlyDictionary<string, int> Finalizers, IReadOnlyList<string> Failures)
{
    public bool IsEmpty => Remaining.Count == 0 && Failures.Count == 0;
}
