using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The additionalPrinterColumns of a definition; without any there is an age.</summary>
static class CustomColumns
{
    public static IReadOnlyList<TableColumn> For(CustomVersion version) => version.Columns.Count == 0
        ? [TableColumns.Name, TableColumns.Age with { Type = "date" }]
        : [TableColumns.Name, .. version.Columns.Select(Column)];

    static TableColumn Column(JsonObject column)
    {
        var path = column.TextAt("jsonPath") ?? "";
        var type = column.TextAt("type") ?? "string";
        var description = column.TextAt("description") is { Length: > 0 } given ? given : $"Custom resource definition column (in JSONPath format): {path}";
        var compiled = JsonPathExpression.Parse(path);
        return new TableColumn(column.TextAt("name") ?? "", type, column.TextAt("format") ?? "", description, (int)(column.NumberAt("priority") ?? 0),
            (item, now) => Cell(compiled.Evaluate(item), type, now));
    }

    static JsonNode? Cell(IReadOnlyList<JsonNode?> found, string type, DateTimeOffset now)
    {
        if (found.Count == 0 || found[0] is not { } value) return null;
        switch (type)
        {
            case "integer":
                return value.AsNumber() is { } whole ? whole : value.GetValueKind() == JsonValueKind.Number ? (long)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;
            case "number":
                return value.GetValueKind() == JsonValueKind.Number ? value.DeepClone() : null;
            case "boolean":
                return value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : null;
            case "date":
                return value.AsText() is { } time ? HumanDuration.Parse(time) is null ? "<invalid>" : HumanDuration.Since(value, now) : null;
            default:
                return string.Join(' ', found.Select(Text));
        }
    }

    static string Text(JsonNode? value) => value.AsText() ?? JsonText.Quoted(value);
}
