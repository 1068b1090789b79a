using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>An object reduced to its metadata.</summary>
static class PartialMetadata
{
    public static JsonObject Of(StoredObject item) => new()
    {
        ["kind"] = "PartialObjectMetadata",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = item.Content["metadata"]?.DeepClone(),
    };
}
