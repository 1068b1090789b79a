using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>One served version of a CustomResourceDefinition.</summary>
sealed record CustomVersion
{
    CustomVersion(JsonObject definition, JsonObject version)
    {
        Definition = definition;
        SchemaText = version.At("schema", "openAPIV3Schema") as JsonObject ?? [];
        Schema = StructuralSchema.Parse(SchemaText);
        Fields = FieldSchema.FromCustomResource(Schema);
        HasStatus = version.At("subresources", "status") is not null;
        Scale = version.At("subresources", "scale") as JsonObject;
        if (Scale is not null) ScalePaths = new ScalePaths(Scale.TextAt("specReplicasPath") ?? "", Scale.TextAt("statusReplicasPath") ?? "");
        Columns = [.. version.ObjectsAt("additionalPrinterColumns")];
        SelectableFields = [.. version.ObjectsAt("selectableFields").Select(item => (item.TextAt("jsonPath") ?? "").TrimStart('.'))];
    }

    /// <summary>The whole definition as stored.</summary>
    public JsonObject Definition { get; }

    /// <summary>The openAPIV3Schema as written.</summary>
    public JsonObject SchemaText { get; }

    public StructuralSchema Schema { get; }

    public FieldSchema Fields { get; }

    public ScalePaths? ScalePaths { get; }

    public bool HasStatus { get; }

    /// <summary>The scale subresource's paths; null without one.</summary>
    public JsonObject? Scale { get; }

    public IReadOnlyList<JsonObject> Columns { get; }

    public IReadOnlyList<string> SelectableFields { get; }

    public bool IsTerminating => Definition.At("metadata", "deletionTimestamp") is not null;

    public static CustomVersion Of(JsonObject definition, JsonObject version) => new(definition, version);
}
