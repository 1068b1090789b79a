using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>The schema of a chart's values. A value is closed when only named fields may be in it; what Kubernetes defines is open.</summary>
sealed class ValuesSchema(string chart)
{
    readonly JsonObject _schema = JsonNode.Parse(RepositoryFiles.Read("helm", chart, "values.schema.json"))!.AsObject();

    /// <summary>All values that are not closed objects themselves, as <c>--set</c> names them.</summary>
    public IReadOnlyList<string> Names => [.. Named(_schema, "")];

    /// <summary>The values of the chart's values.yaml, as deep as the schema is closed.</summary>
    public IReadOnlyList<string> NamesOfValues => [.. Given(YamlJson.Documents(RepositoryFiles.Read("helm", chart, "values.yaml")).Single(), _schema, "")];

    static IEnumerable<string> Named(JsonObject schema, string before) => schema["properties"]!.AsObject().SelectMany(
        property => IsClosed(property.Value) ? Named(property.Value!.AsObject(), $"{before}{property.Key}.") : [before + property.Key]);

    static IEnumerable<string> Given(JsonObject values, JsonObject schema, string before) => values.SelectMany(
        value => schema["properties"]?[value.Key] is JsonObject inner && IsClosed(inner) && value.Value is JsonObject fields
            ? Given(fields, inner, $"{before}{value.Key}.")
            : [before + value.Key]);

    static bool IsClosed(JsonNode? schema) => schema?["additionalProperties"] is JsonValue value && !value.GetValue<bool>();
}
