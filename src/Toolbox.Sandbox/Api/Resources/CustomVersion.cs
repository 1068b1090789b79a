using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>One served version of a CustomResourceDefinition.</summary>
sealed record CustomVersion
{
    CustomVersion(JsonObject definition, JsonObject version)
    {
        Definition = definition;
        Schema = version.At("schema", "openAPIV3Schema") as JsonObject ?? [];
        PreservesUnknownFields = Schema.FlagAt("x-kubernetes-preserve-unknown-fields") == true;
        HasStatus = version.At("subresources", "status") is not null;
        Scale = version.At("subresources", "scale") as JsonObject;
        Columns = [.. version.ObjectsAt("additionalPrinterColumns")];
        SelectableFields = [.. version.ObjectsAt("selectableFields").Select(item => (item.TextAt("jsonPath") ?? "").TrimStart('.'))];
    }

    /// <summary>The whole definition as stored.</summary>
    public JsonObject Definition { get; }

    public JsonObject Schema { get; }

    public bool PreservesUnknownFields { get; }

    public bool HasStatus { get; }

    /// <summary>The scale subresource's paths; null without one.</summary>
    public JsonObject? Scale { get; }

    public IReadOnlyList<JsonObject> Columns { get; }

    public IReadOnlyList<string> SelectableFields { get; }

    public bool IsTerminating => Definition.At("metadata", "deletionTimestamp") is not null;

    public static CustomVersion Of(JsonObject definition, JsonObject version) => new(definition, version);
}
