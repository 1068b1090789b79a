using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The object of a bookmark: kind, apiVersion and the resource version, and what the kind always writes.</summary>
static class BookmarkObject
{
    public static StoredObject Of(ResourceType type, JsonObject metadata, long version)
    {
        var item = new JsonObject { ["kind"] = type.Kind, ["apiVersion"] = type.ApiVersion, ["metadata"] = metadata };
        if (type.Custom is null) TypedDecoder.Decode(item, type.Fields, type.Kind, type.Version);
        item["metadata"] ??= metadata;
        return StoredObject.Take(item, version, type.Custom is null);
    }
}
