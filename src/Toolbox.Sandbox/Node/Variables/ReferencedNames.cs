using System.Collections.Immutable;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>Which config maps and secrets a pod needs, by its variables and volumes, optional ones included.</summary>
public sealed record ReferencedNames(ImmutableSortedSet<string> ConfigMaps, ImmutableSortedSet<string> Secrets)
{
    public static ReferencedNames Of(V1Pod pod)
    {
        var containers = (pod.Spec.InitContainers ?? []).Concat(pod.Spec.Containers).ToList();
        var sources = containers.SelectMany(container => container.EnvFrom ?? []).ToList();
        var values = containers.SelectMany(container => container.Env ?? []).Select(variable => variable.ValueFrom).OfType<V1EnvVarSource>().ToList();
        var volumes = pod.Spec.Volumes ?? [];
        var projections = volumes.SelectMany(volume => volume.Projected?.Sources ?? []).ToList();
        return new ReferencedNames(
            Names(sources.Select(source => source.ConfigMapRef?.Name), values.Select(value => value.ConfigMapKeyRef?.Name),
                volumes.Select(volume => volume.ConfigMap?.Name), projections.Select(projection => projection.ConfigMap?.Name)),
            Names(sources.Select(source => source.SecretRef?.Name), values.Select(value => value.SecretKeyRef?.Name),
                volumes.Select(volume => volume.Secret?.SecretName), projections.Select(projection => projection.Secret?.Name)));
    }

    static ImmutableSortedSet<string> Names(params IEnumerable<string?>[] names) =>
        [.. names.SelectMany(some => some).Where(name => !string.IsNullOrEmpty(name)).Select(name => name!)];
}
