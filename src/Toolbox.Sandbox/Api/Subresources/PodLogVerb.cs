using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Streams a container's log from the kubelet that the pod's node names, over plain HTTP.</summary>
sealed class PodLogVerb(ApiState state)
{
    readonly HttpClient _kubelets = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Answer> HandleAsync(ApiCall call, ResourceType pods)
    {
        var target = call.Target;
        var pod = state.Objects(pods).Find(target.Namespace, target.Name) ?? throw Refuse.NotFound(pods, target.Name);
        PodLogRequest.Check(call, target.Name);
        var container = PodLogRequest.Container(call, pod.Content);
        if (pod.Content.TextAt("spec", "nodeName") is not { Length: > 0 } node) return new Answer.Streamed(NothingAsync);
        var query = PodLogRequest.Query(call);
        var url = $"{Kubelet(node)}/containerLogs/{target.Namespace}/{target.Name}/{container}{(query.Length > 0 ? "?" + query : "")}";
        var response = await AskAsync(url, call);
        return new Answer.Streamed(http => CopyAsync(http, response));
    }

    string Kubelet(string name)
    {
        var nodes = state.Catalog.View.Require("", "nodes");
        // The real server names the node and keeps the pods' kind.
        var node = state.Objects(nodes).Find("", name)?.Content ?? throw Refuse.NotFound(state.Catalog.View.Require("", "pods"), name);
        var addresses = node.ObjectsAt("status", "addresses").ToList();
        var address = (addresses.FirstOrDefault(item => item.TextAt("type") == "InternalIP") ?? addresses.FirstOrDefault()).TextAt("address")
            ?? throw Refuse.Unmapped($"no preferred addresses found; known addresses: []");
        return $"http://{address}:{node.NumberAt("status", "daemonEndpoints", "kubeletEndpoint", "Port") ?? 10250}";
    }

    async Task<HttpResponseMessage> AskAsync(string url, ApiCall call)
    {
        HttpResponseMessage response;
        try
        {
            response = await _kubelets.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, call.Aborted);
        }
        catch (HttpRequestException error)
        {
            throw Refuse.Unmapped($"Get \"{url}\": {error.Message}");
        }
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            var text = (await response.Content.ReadAsStringAsync(call.Aborted)).Trim();
            throw response.StatusCode switch
            {
                System.Net.HttpStatusCode.BadRequest => Refuse.BadRequest(text),
                System.Net.HttpStatusCode.NotFound => new RequestRefused(404, "NotFound", text, []),
                _ => Refuse.Internal(text.Length > 0 ? text : $"the kubelet answered {(int)response.StatusCode}"),
            };
        }
    }

    static async Task CopyAsync(HttpContext http, HttpResponseMessage response)
    {
        using (response)
        {
            http.Response.ContentType = "text/plain";
            await using var log = await response.Content.ReadAsStreamAsync(http.RequestAborted);
            var chunk = new byte[16 * 1024];
            while (await log.ReadAsync(chunk, http.RequestAborted) is > 0 and var count)
            {
                await http.Response.Body.WriteAsync(chunk.AsMemory(0, count), http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
    }

    static Task NothingAsync(HttpContext http)
    {
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
