using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Cli.Resources;

/// <summary>One of the three kinds, with the words that name it on a command line.</summary>
sealed record ResourceKind(ResourceType<JsonObject> Type, string ShortName, string[] Words)
{
    public static ResourceKind Deployment { get; } = Of(FlinkDeployment.PluralName, FlinkDeployment.KindName, "fd", "deployment");

    public static ResourceKind Cluster { get; } = Of(FlinkCluster.PluralName, FlinkCluster.KindName, "fc", "cluster");

    public static ResourceKind Job { get; } = Of(FlinkJob.PluralName, FlinkJob.KindName, "fj", "job");

    public static IReadOnlyList<ResourceKind> All { get; } = [Deployment, Cluster, Job];

    /// <exception cref="RefusalException">The word names none of them.</exception>
    public static ResourceKind Parse(string word) => All.FirstOrDefault(kind => kind.Words.Contains(word.ToLowerInvariant(), StringComparer.Ordinal))
        ?? throw new RefusalException($"'{word}' is no kind of resource: {string.Join(", ", All.Select(kind => $"{kind.Words[1]} ({kind.ShortName})"))} are");

    static ResourceKind Of(string plural, string kind, string shortName, string word) => new(
        ResourceTypes.Json(ResourceDefinition.Group, ResourceDefinition.Version, plural, kind), shortName,
        [shortName, word, $"{word}s", plural, kind.ToLowerInvariant(), $"{plural}.{ResourceDefinition.Group}"]);
}
