using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>What an API server with strict field validation would say about an object, except for rules in CEL.</summary>
static class SchemaCheck
{
    public static IReadOnlyList<string> Problems(JsonObject definition, JsonObject value)
    {
        var schema = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.AsObject();
        var problems = new List<string>();
        Check(schema, value, "", problems);
        return [.. problems.Where(problem => !problem.StartsWith("unknown field metadata.", StringComparison.Ordinal))];
    }

    static void Check(JsonObject schema, JsonNode? value, string path, List<string> problems)
    {
        if (value is null)
        {
            if ((bool?)schema["nullable"] != true)
                problems.Add($"{path} is null");
            return;
        }
        if (!HasType(schema, value))
            problems.Add($"{path} is {value.GetValueKind()}, not {schema["type"]}");
        else if (value is JsonObject map)
            CheckObject(schema, map, path, problems);
        else if (value is JsonArray list)
            foreach (var (item, index) in list.Select((item, index) => (item, index)))
                Check(schema["items"]!.AsObject(), item, $"{path}[{index}]", problems);
        else
            CheckScalar(schema, value, path, problems);
    }

    static bool HasType(JsonObject schema, JsonNode value) => ((string?)schema["type"], value.GetValueKind()) switch
    {
        (null, JsonValueKind.String) => (bool?)schema["x-kubernetes-int-or-string"] == true,
        (null or "integer", JsonValueKind.Number) => long.TryParse(value.ToJsonString(), out _),
        ("string", JsonValueKind.String) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false
    };

    static void CheckObject(JsonObject schema, JsonObject value, string path, List<string> problems)
    {
        foreach (var required in (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name)))
            problems.Add($"required field {Join(path, required)} is missing");
        foreach (var (name, field) in value)
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is JsonObject known)
                Check(known, field, Join(path, name), problems);
            else if ((bool?)schema["x-kubernetes-preserve-unknown-fields"] != true)
                problems.Add($"unknown field {Join(path, name)}");
    }

    static void CheckScalar(JsonObject schema, JsonNode value, string path, List<string> problems)
    {
        if (schema["enum"] is JsonArray values && !values.Any(allowed => JsonNode.DeepEquals(allowed, value)))
            problems.Add($"{path} is {value}, not one of {values.ToJsonString()}");
        if (schema["minimum"] is { } minimum && value.GetValue<long>() < minimum.GetValue<long>())
            problems.Add($"{path} is {value}, lower than {minimum}");
        if (schema["pattern"] is { } pattern && value.GetValueKind() == JsonValueKind.String && !Regex.IsMatch((string)value!, (string)pattern!))
            problems.Add($"{path} is {value}, it does not match {pattern}");
    }

    static string Join(string path, string name) => path is "" ? name : $"{path}.{name}";
}
