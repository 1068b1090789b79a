namespace Toolbox.KubernetesApi;

/// <summary>Answer of <c>/version</c>.</summary>
/// <param name="GitVersion">For example <c>v1.36.2</c>.</param>
public sealed record ServerVersion(string Major, string Minor, string GitVersion, string Platform);
