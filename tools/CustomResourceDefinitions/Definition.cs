using System.Text.Json.Nodes;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.CustomResourceDefinitions;

/// <summary>One custom resource definition.</summary>
/// <param name="Spec">Type of <c>spec</c>.</param>
/// <param name="Status">Type of <c>status</c>.</param>
/// <param name="ScaledField">Field of spec and status that the scale subresource reads and writes; null: no such subresource.</param>
/// <param name="CountedField">Field of the status with what is really there, for autoscalers; null: that of <paramref name="ScaledField"/>.</param>
/// <param name="NameIsPartOfServiceName">The name must be a DNS label, it goes into a Service's name.</param>
public sealed record Definition(
    string Kind,
    string Plural,
    string ShortName,
    Type Spec,
    Type Status,
    IReadOnlyList<PrinterColumn> Columns,
    string? ScaledField = null,
    string? CountedField = null,
    bool NameIsPartOfServiceName = false)
{
    public string Singular => Kind.ToLowerInvariant();

    public JsonObject Render() => new()
    {
        ["apiVersion"] = "apiextensions.k8s.io/v1",
        ["kind"] = "CustomResourceDefinition",
        ["metadata"] = new JsonObject { ["name"] = $"{Plural}.{ResourceDefinition.Group}" },
        ["spec"] = new JsonObject
        {
            ["group"] = ResourceDefinition.Group,
            ["names"] = new JsonObject
            {
                ["kind"] = Kind,
                ["listKind"] = Kind + "List",
                ["plural"] = Plural,
                ["singular"] = Singular,
                ["shortNames"] = new JsonArray(ShortName),
                // Not "all": "kubectl delete all --all" must not reach a running job.
                ["categories"] = new JsonArray("flink")
            },
            ["scope"] = "Namespaced",
            ["versions"] = new JsonArray(RenderVersion())
        }
    };

    JsonObject RenderVersion() => new()
    {
        ["name"] = ResourceDefinition.Version,
        ["served"] = true,
        ["storage"] = true,
        ["additionalPrinterColumns"] = new JsonArray([.. Columns.Select(column => (JsonNode)new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Type,
            ["jsonPath"] = column.Path
        })]),
        ["subresources"] = Subresources(),
        ["schema"] = new JsonObject { ["openAPIV3Schema"] = Schema() }
    };

    JsonObject Subresources()
    {
        var subresources = new JsonObject { ["status"] = new JsonObject() };
        if (ScaledField is not null)
            subresources["scale"] = new JsonObject
            {
                ["specReplicasPath"] = $".spec.{ScaledField}",
                ["statusReplicasPath"] = $".status.{CountedField ?? ScaledField}",
                ["labelSelectorPath"] = ".status.labelSelector"
            };
        return subresources;
    }

    JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("spec") };
        if (NameIsPartOfServiceName)
            schema["x-kubernetes-validations"] = new JsonArray(new JsonObject
            {
                ["rule"] = "!self.metadata.name.contains('.')",
                ["message"] = "the name may hold lower case letters, digits and dashes only, it becomes part of a Service's name"
            });
        schema["properties"] = new JsonObject
        {
            ["apiVersion"] = new JsonObject { ["type"] = "string" },
            ["kind"] = new JsonObject { ["type"] = "string" },
            ["metadata"] = new JsonObject { ["type"] = "object" },
            ["spec"] = SchemaGenerator.Of(Spec),
            ["status"] = SchemaGenerator.Of(Status, keepUnknown: true)
        };
        return schema;
    }
}
