namespace Toolbox.KubernetesApi;

/// <summary>One page of a list.</summary>
/// <param name="ResourceVersion">The version of the whole collection at which the list was read; a watch may start there.</param>
/// <param name="Continue">Token for the next page, empty on the last one.</param>
/// <param name="RemainingItemCount">Items on later pages, where the server knows.</param>
public sealed record ResourceList<T>(IReadOnlyList<T> Items, string ResourceVersion, string Continue, long? RemainingItemCount);
