using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.GarbageCollection;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Namespaces;

/// <summary>Deletes everything in a namespace, of whatever kind, and counts what stays.</summary>
sealed class NamespaceContent(ControllerContext context, ResourceDiscovery discovery)
{
    public async Task<ContentReport> Empty(string name, CancellationToken cancellation)
    {
        var (remaining, finalizers, failures) = (new SortedDictionary<string, int>(), new SortedDictionary<string, int>(), new List<string>());
        var resources = await discovery.Read(cancellation);
        foreach (var type in resources.Where(type => type.Namespaced))
        {
            var deleted = await Delete(type, name, cancellation);
            if (deleted is not null) failures.Add($"{Name(type)}: {deleted}");
            var listed = await context.Client.ListAll(type, name, cancellation: cancellation);
            if (!listed.IsOk(out var list))
            {
                if (listed is not Answer<ResourceList<JsonObject>>.NotFound) failures.Add($"{Name(type)}: {listed.Describe()}");
                continue;
            }
            if (list.Items.Count > 0) remaining[Name(type)] = list.Items.Count;
            foreach (var finalizer in list.Items.SelectMany(item => item.TextsAt("metadata", "finalizers")))
                finalizers[finalizer] = finalizers.GetValueOrDefault(finalizer) + 1;
        }
        return new ContentReport(remaining, finalizers, failures);
    }

    async Task<string?> Delete(ResourceType<JsonObject> type, string name, CancellationToken cancellation)
    {
        var before = await context.Client.List(type, name, new ListOptions { Limit = 1 }, cancellation);
        if (before.IsOk(out var page) && page.Items.Count == 0) return null;
        var answer = await context.Client.DeleteCollection(type, name, null, new DeleteOptions { PropagationPolicy = "Background" }, cancellation);
        return answer is Answer<ResourceList<JsonObject>>.Ok or Answer<ResourceList<JsonObject>>.NotFound ? null : answer.Describe();
    }

    static string Name(ResourceType<JsonObject> type) => type.Group.Length == 0 ? $"{type.Plural}." : $"{type.Plural}.{type.Group}";
}
