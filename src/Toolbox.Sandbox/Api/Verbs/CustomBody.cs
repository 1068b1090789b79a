using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Brings a custom resource's body into stored form: typed metadata.</summary>
static class CustomBody
{
    /// <returns>The paths of unknown fields, which are gone from <paramref name="body"/>, in order.</returns>
    public static IReadOnlyList<string> Normalise(JsonObject body, ResourceType type)
    {
        var unknown = TypedDecoder.Decode(body.Child("metadata"), ModelShapes.Of(typeof(V1ObjectMeta)), type.Kind, type.Version);
        return [.. unknown.Select(path => $"metadata.{path}")];
    }
}
