using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>Which resources the API server has, each once, in the version that its group prefers.</summary>
sealed class ResourceDiscovery(KubernetesApiClient client)
{
    /// <summary>Every resource that can be listed, watched and deleted.</summary>
    /// <exception cref="RetryException">The server did not tell.</exception>
    public async Task<IReadOnlyList<ResourceType<JsonObject>>> Read(CancellationToken cancellation)
    {
        var found = Resources("", "v1", (await client.GetDocument("/api/v1", cancellation)).OrRetry("reading /api/v1")).ToList();
        var groups = (await client.GetDocument("/apis", cancellation)).OrRetry("reading /apis");
        foreach (var group in groups.ObjectsAt("groups"))
        {
            var (name, version) = (group.TextAt("name") ?? "", group.TextAt("preferredVersion", "version") ?? "");
            var answer = await client.GetDocument($"/apis/{name}/{version}", cancellation);
            // A group may go while we read.
            if (answer is Answer<JsonNode>.NotFound) continue;
            found.AddRange(Resources(name, version, answer.OrRetry($"reading /apis/{name}/{version}")));
        }
        return [.. found.DistinctBy(type => (type.Group, type.Plural))];
    }

    static IEnumerable<ResourceType<JsonObject>> Resources(string group, string version, JsonNode list) => list.ObjectsAt("resources")
        .Where(resource => resource.TextAt("name")?.Contains('/') == false)
        .Where(resource => resource.TextsAt("verbs").ToHashSet().IsSupersetOf(["list", "watch", "delete"]))
        .Select(resource => ResourceTypes.Json(
            group, version, resource.TextAt("name") ?? "", resource.TextAt("kind") ?? "", resource.FlagAt("namespaced") == true));
}
