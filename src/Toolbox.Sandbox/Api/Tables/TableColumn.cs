using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>One column of a Table.</summary>
/// <param name="Read">The cell of an object at a time.</param>
sealed record TableColumn(string Name, string Type, string Format, string Description, int Priority, Func<JsonObject, DateTimeOffset, JsonNode?> Read)
{
    public JsonObject Definition => new()
    {
        ["name"] = Name, ["type"] = Type, ["format"] = Format, ["description"] = Description, ["priority"] = Priority,
    };
}
