using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

/// <summary>One of Flink's OpenAPI documents: says how a JSON answer differs from the schema of its path.</summary>
sealed class OpenApiSchema
{
    readonly YamlMappingNode root;

    OpenApiSchema(YamlMappingNode root) => this.root = root;

    public static OpenApiSchema Load(string file)
    {
        using var reader = new StreamReader(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return new OpenApiSchema((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>True if this version has the call at all.</summary>
    public bool Has(string path) => Child((YamlMappingNode)root["paths"], path) is not null;

    /// <summary>Properties that the schema does not know, with another type, or that it has and the answer lacks.</summary>
    public IEnumerable<string> Differences(string path, JsonNode answer)
    {
        var responses = (YamlMappingNode)root["paths"][path]["get"]["responses"];
        return Compare("", (YamlMappingNode)responses["200"]["content"]["application/json"]["schema"], answer);
    }

    IEnumerable<string> Compare(string at, YamlMappingNode schema, JsonNode? value)
    {
        schema = Resolve(schema);
        if (value is null) yield break;
        switch (value)
        {
            case JsonObject found:
                foreach (var difference in CompareObject(at, schema, found)) yield return difference;
                break;
            case JsonArray items when Child(schema, "items") is YamlMappingNode item:
                foreach (var difference in items.SelectMany(element => Compare(at + "[]", item, element)).Distinct()) yield return difference;
                break;
            case JsonValue scalar when Text(schema, "type") is { } type && !Fits(type, scalar):
                yield return $"{at} is {scalar.GetValueKind()}, not {type}";
                break;
        }
    }

    IEnumerable<string> CompareObject(string at, YamlMappingNode schema, JsonObject found)
    {
        var properties = Child(schema, "properties") as YamlMappingNode;
        var others = Child(schema, "additionalProperties") as YamlMappingNode;
        // Some types are only named in the documents: nothing to compare with.
        if (properties is null && others is null) yield break;
        foreach (var (name, value) in found)
        {
            var known = properties is null ? others : Child(properties, name) as YamlMappingNode ?? others;
            if (known is null) yield return $"{at}.{name} is not in the schema";
            else
                foreach (var difference in Compare($"{at}.{name}", known, value)) yield return difference;
        }
        foreach (var name in properties?.Children.Keys.Select(key => key.ToString()) ?? [])
            if (!found.ContainsKey(name)) yield return $"{at}.{name} is missing";
    }

    YamlMappingNode Resolve(YamlMappingNode schema)
    {
        while (Text(schema, "$ref") is { } reference)
            schema = (YamlMappingNode)root["components"]["schemas"][reference.Split('/')[^1]];
        return schema;
    }

    static bool Fits(string type, JsonValue value) => (type, value.GetValueKind()) switch
    {
        ("string", JsonValueKind.String) or ("integer" or "number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };

    static YamlNode? Child(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    static string? Text(YamlMappingNode node, string name) => (Child(node, name) as YamlScalarNode)?.Value;
}
