namespace Toolbox.Sandbox.Objects;

/// <summary>The paths of a CRD's scale subresource, like <c>.spec.replicas</c>.</summary>
public sealed record ScalePaths(string SpecReplicas, string StatusReplicas);
