using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Brings a custom resource's body into stored form: typed metadata, no fields that the schema does not know.</summary>
static class CustomBody
{
    /// <returns>The paths of unknown fields, which are gone from <paramref name="body"/>, in order.</returns>
    public static IReadOnlyList<string> Normalise(JsonObject body, ResourceType type)
    {
        var metadata = TypedDecoder.Decode(body.Child("metadata"), CoreSchemas.ObjectMeta, type.Kind, type.Version);
        var schema = type.Custom!.Schema;
        schema.DropNulls(body);
        var unknown = metadata.Select(path => $"metadata.{path}").Concat(schema.UnknownFields(body)).Order(StringComparer.Ordinal).ToList();
        schema.Prune(body);
        return unknown;
    }
}
