using k8s.Models;

namespace Toolbox.Manifests;

static class PodEnvironment
{
    /// <summary>POD_NAME and POD_NAMESPACE from the pod itself.</summary>
    public static IList<V1EnvVar> NameAndNamespace() => [FromField("POD_NAME", "metadata.name"), FromField("POD_NAMESPACE", "metadata.namespace")];

    static V1EnvVar FromField(string name, string path) => new()
    {
        Name = name,
        // The API version is the default, but one that is missing here would differ from what the server stores.
        ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { ApiVersion = "v1", FieldPath = path } }
    };
}
