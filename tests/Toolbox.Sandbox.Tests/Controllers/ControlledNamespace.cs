using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>Verbs of the controllers' tests, within one namespace.</summary>
public sealed class ControlledNamespace(KubernetesApiClient client, string name)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Name => name;

    public KubernetesApiClient Client => client;

    public async Task<JsonObject> Create(ResourceType<JsonObject> type, string json)
    {
        var answer = await client.Create(type, name, JsonNode.Parse(json)!.AsObject());
        Assert.True(answer.IsOk(out var created), answer.Describe());
        return created!;
    }

    public async Task<JsonObject?> Get(ResourceType<JsonObject> type, string item)
    {
        var answer = await client.Get(type, type.Namespaced ? name : null, item);
        Assert.True(answer is Answer<JsonObject>.Ok or Answer<JsonObject>.NotFound, answer.Describe());
        return answer.IsOk(out var found) ? found : null;
    }

    public async Task<IReadOnlyList<JsonObject>> List(ResourceType<JsonObject> type, string? selector = null)
    {
        var answer = await client.ListAll(type, name, new ListOptions { LabelSelector = selector });
        Assert.True(answer.IsOk(out var list), answer.Describe());
        return list!.Items;
    }

    public async Task Patch(ResourceType<JsonObject> type, string item, string json, string? subresource = null)
    {
        var answer = await client.MergePatch(type, name, item, JsonNode.Parse(json)!, new WriteOptions { Subresource = subresource });
        Assert.True(answer.IsOk(out _), answer.Describe());
    }

    public async Task Delete(ResourceType<JsonObject> type, string item, string? propagation = null)
    {
        var answer = await client.Delete(type, type.Namespaced ? name : null, item, new DeleteOptions { PropagationPolicy = propagation });
        Assert.True(answer.IsOk(out _), answer.Describe());
    }

    /// <summary>Reads an object until it is as wanted, and gives it back.</summary>
    public async Task<JsonObject?> Eventually(
        ResourceType<JsonObject> type, string item, Func<JsonObject?, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var found = await Get(type, item);
            if (condition(found)) return found;
            Assert.True(watch.Elapsed < Limit, $"{type.Kind} {item} never came to {text}; last seen: {found?.ToJsonString() ?? "absent"}");
            await Task.Yield();
        }
    }

    /// <summary>Lists objects until they are as wanted, and gives them back.</summary>
    public async Task<IReadOnlyList<JsonObject>> EventuallyAll(
        ResourceType<JsonObject> type, Func<IReadOnlyList<JsonObject>, bool> condition, string? selector = null,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var found = await List(type, selector);
            if (condition(found)) return found;
            Assert.True(watch.Elapsed < Limit, $"{type.Plural} never came to {text}; last seen: {string.Join('\n', found.Select(item => item.ToJsonString()))}");
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<JsonObject>> EventuallyEvent(string reason, string message) =>
        EventuallyAll(Kinds.Events, events => events.Any(item => item.TextAt("reason") == reason && item.TextAt("message") == message));

    /// <summary>Writes the status that a node would write for a pod that runs and is ready.</summary>
    public Task Run(JsonObject pod, string address = "10.1.2.3", bool ready = true) => Patch(Kinds.Pods, pod.TextAt("metadata", "name")!, $$"""
        {"status":{"phase":"Running","podIP":"{{address}}","podIPs":[{"ip":"{{address}}"}],"conditions":[
          {"type":"Ready","status":"{{(ready ? "True" : "False")}}","lastTransitionTime":"{{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}}"}]} }
        """, "status");

    /// <summary>Writes the status that a node would write for a pod whose container has ended.</summary>
    public Task Finish(JsonObject pod, int exitCode) => Patch(Kinds.Pods, pod.TextAt("metadata", "name")!, $$"""
        {"status":{"phase":"{{(exitCode == 0 ? "Succeeded" : "Failed")}}","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[
          {"name":"main","image":"i","imageID":"","ready":false,"restartCount":0,"state":{"terminated":{"exitCode":{{exitCode}},"finishedAt":"{{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}}"} } }]} }
        """, "status");
}
