using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Under which names we own fields (https://kubernetes.io/docs/reference/using-api/server-side-apply/).</summary>
static class FieldManagers
{
    public static readonly WriteOptions Apply = new() { FieldManager = "flinkctl", Force = true };

    /// <summary>
    /// Owns the numbers that others may write too. A manager of its own: were the number applied together with the rest, leaving it
    /// out the next time would remove it.
    /// </summary>
    public static readonly WriteOptions ApplyNumber = new() { FieldManager = "flinkctl-scale", Force = true };

    public static readonly WriteOptions Update = new() { FieldManager = "flinkctl" };

    public static readonly WriteOptions Status = new() { FieldManager = "flinkctl", Subresource = "status" };

    public static readonly WriteOptions Scale = new() { FieldManager = "flinkctl", Subresource = "scale" };
}
