namespace Toolbox.Sandbox.Objects;

/// <summary>
/// The fields that an endpoint takes from the live object whatever the request says, so that nobody comes to own them there
/// (the rest strategies' GetResetFields).
/// </summary>
public static class ResetFields
{
    static readonly string[] KindsWithoutStatus =
        ["ConfigMap", "Secret", "ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding", "Lease", "Event", "Endpoints",
         "EndpointSlice", "StorageClass", "PriorityClass", "ControllerRevision", "LimitRange", "PodTemplate", "RuntimeClass"];

    /// <param name="apiVersion">Version of the object.</param>
    /// <param name="kind">Kind of the object.</param>
    /// <param name="subresource"><c>status</c> or empty.</param>
    /// <param name="hasStatus">For custom resources: whether the status subresource is on.</param>
    public static IReadOnlyList<string> Of(string apiVersion, string kind, string subresource, bool hasStatus = true)
    {
        var isBuiltIn = CoreSchemas.Find(apiVersion, kind) is not null;
        if (subresource != "status") return (isBuiltIn ? KindsWithoutStatus.Contains(kind) : !hasStatus) ? [] : ["status"];
        if (!isBuiltIn) return ["spec", "metadata"];
        return kind switch
        {
            "Pod" => ["spec", "metadata.deletionTimestamp", "metadata.ownerReferences"],
            "Deployment" => ["spec", "metadata.labels"],
            "CustomResourceDefinition" => ["spec", "metadata"],
            _ => ["spec"],
        };
    }
}
