using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>The definitions as they are checked in.</summary>
static class DefinitionFiles
{
    public static readonly IReadOnlyList<string> Names = ["flinkdeployment", "flinkcluster", "flinkjob"];

    public static string Text(string name) => RepositoryFiles.Read("helm", "flink-k8s-toolbox-crd", "templates", $"{name}.yaml");

    public static JsonObject Definition(string name) => YamlJson.Documents(Text(name))[0];

    public static JsonObject Schema(string name) =>
        Definition(name)["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.AsObject();

    /// <summary>What an API server with strict field validation says about an object of a definition.</summary>
    public static IReadOnlyList<string> Problems(string name, JsonObject value)
    {
        var schema = StructuralSchema.Parse(Schema(name));
        return
        [
            .. schema.UnknownFields(value).Select(field => $"unknown field \"{field}\""),
            .. schema.Validate(value, null).Select(error => error.ToString())
        ];
    }

    /// <summary>Every schema below a schema, with its path.</summary>
    public static IEnumerable<(string Path, JsonObject Schema)> AllSchemas(JsonObject schema, string path = "")
    {
        yield return (path, schema);
        var children = (schema["properties"]?.AsObject() ?? [])
            .Select(property => ($"{path}.{property.Key}", property.Value!.AsObject()))
            .Concat(Child("items", "[]")).Concat(Child("additionalProperties", ".*"));
        foreach (var (childPath, child) in children)
            foreach (var found in AllSchemas(child, childPath))
                yield return found;

        IEnumerable<(string, JsonObject)> Child(string name, string suffix) =>
            schema[name] is JsonObject child ? [(path + suffix, child)] : [];
    }
}
