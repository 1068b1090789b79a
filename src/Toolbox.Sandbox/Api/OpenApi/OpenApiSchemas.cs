using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>The schemas of one document: custom resources as they were defined, built-in kinds from the tables of their fields.</summary>
sealed class OpenApiSchemas(string group)
{
    const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

    static readonly HashSet<string> MetaTypes =
    [
        "ObjectMeta", "OwnerReference", "ManagedFieldsEntry", "LabelSelector", "LabelSelectorRequirement", "DeleteOptions", "Preconditions", "Condition",
        "Status", "StatusDetails", "StatusCause", "ListMeta", "FieldSelectorRequirement",
    ];

    readonly Dictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    public JsonObject Build()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _schemas.OrderBy(item => item.Key, StringComparer.Ordinal)) all[name] = schema;
        return all;
    }

    /// <summary>Adds a resource's kind and its list and returns a reference to the kind.</summary>
    public JsonObject Kind(ResourceType type)
    {
        var name = type.Custom is null ? NameOf(type.Kind) : $"{string.Join('.', type.Group.Split('.').Reverse())}.{type.Version}.{type.Kind}";
        if (_schemas.ContainsKey(name)) return Reference(name);
        if (type.Custom is null) Add(name, type.Fields);
        else _schemas[name] = CustomKind(type);
        if (_schemas.TryGetValue(name, out var schema)) schema["x-kubernetes-group-version-kind"] = GroupVersionKinds(type, type.Kind);
        AddList(name, type);
        return Reference(name);
    }

    /// <summary>Adds a kind that is no resource, such as Scale or DeleteOptions, and returns a reference to it.</summary>
    public JsonObject Other(string apiVersion, string kind)
    {
        var name = MetaTypes.Contains(kind) ? $"{Meta}.{kind}" : $"io.k8s.api.{(apiVersion.Contains('/') ? apiVersion.Split('/')[0].Split('.')[0] : "core")}.v1.{kind}";
        if (CoreSchemas.Find(apiVersion, kind) is { } fields) Add(name, fields);
        return Reference(name);
    }

    /// <summary>A patch: any object.</summary>
    public JsonObject Patch()
    {
        _schemas.TryAdd($"{Meta}.Patch", new JsonObject { ["type"] = "object" });
        return Reference($"{Meta}.Patch");
    }

    static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    static JsonArray GroupVersionKinds(ResourceType type, string kind) =>
        new(new JsonObject { ["group"] = type.Group, ["kind"] = kind, ["version"] = type.Version });

    JsonObject CustomKind(ResourceType type)
    {
        var schema = type.Custom!.SchemaText.Copy();
        foreach (var choice in IntOrStrings(schema).ToList()) choice.SetDefault("anyOf", new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string" }));
        var properties = schema.Child("properties");
        properties["apiVersion"] = new JsonObject { ["type"] = "string", ["description"] = "The group and version of the object." };
        properties["kind"] = new JsonObject { ["type"] = "string", ["description"] = "The kind of the object." };
        properties["metadata"] = new JsonObject { ["description"] = "The metadata of the object.", ["allOf"] = new JsonArray(Field(CoreSchemas.ObjectMeta)) };
        if (type.Custom.SelectableFields.Count > 0)
            schema["x-kubernetes-selectable-fields"] = new JsonArray([.. type.Custom.SelectableFields.Select(path => (JsonNode)new JsonObject { ["fieldPath"] = path })]);
        return schema;
    }

    static IEnumerable<JsonObject> IntOrStrings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => IntOrStrings(member.Value)).Concat(members.FlagAt("x-kubernetes-int-or-string") == true ? [members] : []),
        JsonArray items => items.SelectMany(IntOrStrings),
        _ => [],
    };

    void AddList(string name, ResourceType type)
    {
        if (type.Verbs.Count < 2) return;
        _schemas[$"{name[..^type.Kind.Length]}{type.ListKindOrDefault}"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"{type.ListKindOrDefault} is a list of {type.Kind}",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = new JsonObject { ["type"] = "string" },
                ["items"] = new JsonObject { ["type"] = "array", ["items"] = Reference(name) },
                ["kind"] = new JsonObject { ["type"] = "string" },
                ["metadata"] = new JsonObject { ["type"] = "object" },
            },
            ["x-kubernetes-group-version-kind"] = GroupVersionKinds(type, type.ListKindOrDefault),
        };
    }

    // Fields may lead back to their own type; the entry is there before its fields are looked at.
    void Add(string name, FieldSchema fields)
    {
        if (_schemas.ContainsKey(name)) return;
        var properties = new JsonObject();
        _schemas[name] = new JsonObject { ["type"] = "object", ["properties"] = properties };
        foreach (var (member, field) in fields.Fields.OrderBy(item => item.Key, StringComparer.Ordinal)) properties[member] = Field(field);
    }

    JsonObject Field(FieldSchema field)
    {
        switch (field.Kind)
        {
            case FieldKind.List:
                var list = new JsonObject { ["type"] = "array", ["items"] = Field(field.Element ?? FieldSchema.Untyped) };
                Merging(list, field);
                return list;
            case FieldKind.Object when field.Element is { } element:
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Field(element) };
            case FieldKind.Object when field.Fields.Count > 0:
                var name = NameOf(field.TypeName);
                Add(name, field);
                return Reference(name);
            case FieldKind.Scalar:
                return OpenApiScalars.Of(field.TypeName);
            default:
                return new JsonObject { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true };
        }
    }

    static void Merging(JsonObject list, FieldSchema field)
    {
        if (field.Keys.Count > 0) list["x-kubernetes-list-map-keys"] = field.Keys.ToJsonArray();
        list["x-kubernetes-list-type"] = field.Keys.Count > 0 ? "map" : field.IsSet ? "set" : "atomic";
        if (field.MergesList) list["x-kubernetes-patch-strategy"] = "merge";
        if (field.MergeKey.Length > 0) list["x-kubernetes-patch-merge-key"] = field.MergeKey;
    }

    string NameOf(string type) =>
        MetaTypes.Contains(type) ? $"{Meta}.{type}" : $"io.k8s.api.{(group.Length == 0 ? "core" : group.Split('.')[0])}.v1.{type}";
}
