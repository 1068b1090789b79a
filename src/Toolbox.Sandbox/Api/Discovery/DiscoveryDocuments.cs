using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Discovery;

/// <summary>The discovery documents, plain and aggregated.</summary>
sealed class DiscoveryDocuments(ApiState state)
{
    const string Aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    /// <summary>/api or /apis; aggregated when the client accepts that.</summary>
    public Answer Groups(ApiCall call, bool core)
    {
        var view = state.Catalog.View;
        var accept = call.Http.Request.Headers.Accept.ToString();
        if (accept.Contains("as=APIGroupDiscoveryList", StringComparison.Ordinal) && accept.Contains("v=v2;", StringComparison.Ordinal)) return AggregatedAnswer(view, core);
        if (!core)
        {
            var groups = view.Groups.Where(group => group.Length > 0).Select(group => (JsonNode)GroupOf(view, group));
            return new Answer.Plain(200, new JsonObject { ["kind"] = "APIGroupList", ["apiVersion"] = "v1", ["groups"] = new JsonArray([.. groups]) });
        }
        return new Answer.Plain(200, new JsonObject
        {
            ["kind"] = "APIVersions",
            ["versions"] = new JsonArray("v1"),
            ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = call.Http.Request.Host.Value }),
        });
    }

    public Answer? Group(string group)
    {
        var view = state.Catalog.View;
        if (!view.Groups.Contains(group) || group.Length == 0) return null;
        var document = GroupOf(view, group);
        document.Insert(0, "kind", "APIGroup");
        document.Insert(1, "apiVersion", "v1");
        return new Answer.Plain(200, document);
    }

    public Answer? Resources(string group, string version)
    {
        var view = state.Catalog.View;
        var types = view.InGroup(group).Where(type => type.Version == version).ToList();
        if (types.Count == 0) return view.IsBuiltIn(group) ? throw Refuse.UnknownResource() : null;
        var list = new JsonObject { ["kind"] = "APIResourceList" };
        if (group.Length > 0) list["apiVersion"] = "v1";
        list["groupVersion"] = types[0].ApiVersion;
        list["resources"] = new JsonArray([.. types.SelectMany(DiscoveryResource.Plain)]);
        return new Answer.Plain(200, list);
    }

    static JsonObject GroupOf(CatalogView view, string group)
    {
        var versions = view.VersionsOf(group).Select(version => new JsonObject { ["groupVersion"] = $"{group}/{version}", ["version"] = version }).ToList();
        return new JsonObject
        {
            ["name"] = group,
            ["versions"] = new JsonArray([.. versions]),
            ["preferredVersion"] = versions[0].DeepClone(),
        };
    }

    static Answer.Streamed AggregatedAnswer(CatalogView view, bool core)
    {
        var items = view.Groups.Where(group => group.Length == 0 == core).Select(group => (JsonNode)new JsonObject
        {
            ["metadata"] = group.Length == 0 ? [] : new JsonObject { ["name"] = group },
            ["versions"] = new JsonArray([.. view.VersionsOf(group).Select(version => (JsonNode)new JsonObject
            {
                ["version"] = version,
                ["resources"] = new JsonArray([.. view.InGroup(group).Where(type => type.Version == version).Select(type => (JsonNode)DiscoveryResource.Aggregated(type))]),
                ["freshness"] = "Current",
            })]),
        });
        var document = JsonText.Write(new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList", ["apiVersion"] = "apidiscovery.k8s.io/v2", ["metadata"] = new JsonObject(), ["items"] = new JsonArray([.. items]),
        });
        return new Answer.Streamed(http => WriteAsync(http, document));
    }

    static async Task WriteAsync(HttpContext http, byte[] document)
    {
        var tag = $"\"{Convert.ToHexString(SHA512.HashData(document))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public";
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            return;
        }
        http.Response.ContentType = Aggregated;
        http.Response.ContentLength = document.Length;
        await http.Response.Body.WriteAsync(document, http.RequestAborted);
    }
}
