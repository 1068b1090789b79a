using k8s.Models;

namespace Toolbox.Manifests;

static class PullSecrets
{
    public static IList<V1LocalObjectReference>? Of(string? name) =>
        string.IsNullOrEmpty(name) ? null : [new V1LocalObjectReference { Name = name }];
}
