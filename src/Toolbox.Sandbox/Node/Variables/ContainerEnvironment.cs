using System.Collections.Immutable;
using System.Text;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>
/// Computes the environment variables of a container: first <c>envFrom</c>, then <c>env</c> in its order, where a value may use the names
/// before it as <c>$(NAME)</c>. Pure; the objects that it refers to are handed in.
/// </summary>
public sealed class ContainerEnvironment(
    V1Pod pod, V1Container container, PodNetwork network, ReferencedObjects objects, IDictionary<string, ResourceQuantity> capacity)
{
    readonly Dictionary<string, string> variables = [];

    /// <param name="given">Variables that every container of the node has, such as <c>KUBERNETES_SERVICE_HOST</c>; the pod's own win.</param>
    public EnvironmentAnswer Compose(IReadOnlyDictionary<string, string> given)
    {
        foreach (var (name, value) in given)
            variables[name] = value;
        var missing = (container.EnvFrom ?? []).Select(AddAll).FirstOrDefault(problem => problem is not null)
            ?? (container.Env ?? []).Select(Add).FirstOrDefault(problem => problem is not null);
        return missing is null
            ? new EnvironmentAnswer.Complete(variables.ToImmutableDictionary())
            : new EnvironmentAnswer.Missing(missing);
    }

    string? AddAll(V1EnvFromSource source)
    {
        var (kind, name, optional, content) = source.SecretRef is { } secret
            ? ("secret", secret.Name, secret.Optional, objects.Secret(secret.Name))
            : ("configmap", source.ConfigMapRef?.Name ?? "", source.ConfigMapRef?.Optional, objects.ConfigMap(source.ConfigMapRef?.Name ?? ""));
        if (content is null)
            return optional == true ? null : $"{kind} \"{name}\" not found";
        foreach (var (key, value) in content)
            variables[source.Prefix + key] = Encoding.UTF8.GetString(value);
        return null;
    }

    string? Add(V1EnvVar variable)
    {
        if (variable.ValueFrom is null)
        {
            variables[variable.Name] = VariableExpansion.Expand(variable.Value ?? "", variables.GetValueOrDefault);
            return null;
        }

        return variable.ValueFrom switch
        {
            { FieldRef: { } field } => Set(variable.Name, FieldReference.Read(pod, network, field.FieldPath), $"field path '{field.FieldPath}' is not supported"),
            { ResourceFieldRef: { } resource } => Set(
                variable.Name,
                ResourceFieldReference.Read(Named(resource.ContainerName), resource.Resource, resource.Divisor?.ToString(), capacity),
                $"resource '{resource.Resource}' is not supported"),
            { ConfigMapKeyRef: { } key } => AddKey(variable.Name, "configmap", "ConfigMap", key.Name, key.Key, key.Optional, objects.ConfigMap(key.Name)),
            { SecretKeyRef: { } key } => AddKey(variable.Name, "secret", "Secret", key.Name, key.Key, key.Optional, objects.Secret(key.Name)),
            _ => $"variable '{variable.Name}' has a valueFrom without a supported source",
        };
    }

    V1Container Named(string? name) => pod.Spec.Containers.FirstOrDefault(other => other.Name == name) ?? container;

    string? Set(string name, string? value, string problem)
    {
        if (value is null)
            return problem;
        variables[name] = value;
        return null;
    }

    string? AddKey(string variable, string kind, string title, string name, string key, bool? optional, IReadOnlyDictionary<string, byte[]>? content)
    {
        if (content is not null && content.TryGetValue(key, out var value))
            variables[variable] = Encoding.UTF8.GetString(value);
        else if (optional != true)
            return content is null
                ? $"{kind} \"{name}\" not found"
                : $"couldn't find key {key} in {title} {pod.Metadata.NamespaceProperty}/{name}";
        return null;
    }
}
