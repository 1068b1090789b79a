using System.Text.Json.Serialization.Metadata;

namespace Toolbox.KubernetesApi;

/// <summary>Where objects of one kind live in the Kubernetes API and how they are read and written as JSON.</summary>
/// <param name="Group">API group, empty for the core group.</param>
/// <param name="Version">Version of the group, for example <c>v1</c>.</param>
/// <param name="Plural">Resource name in addresses, for example <c>pods</c>.</param>
/// <param name="Kind">Kind in bodies, for example <c>Pod</c>.</param>
/// <param name="Json">How a body becomes a value and back.</param>
/// <param name="Namespaced">False for resources that belong to the whole cluster.</param>
public sealed record ResourceType<T>(
    string Group, string Version, string Plural, string Kind, JsonTypeInfo<T> Json, bool Namespaced = true)
{
    /// <summary>The value of <c>apiVersion</c> in bodies: <c>v1</c> or <c>group/version</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";
}
