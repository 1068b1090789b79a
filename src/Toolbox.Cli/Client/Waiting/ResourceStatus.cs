using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>What waiting has to know of a status, of this operator or the older one.</summary>
sealed record ResourceStatus(JsonObject? Json)
{
    public static ResourceStatus None { get; } = new((JsonObject?)null);

    public string State => Text("supervisorStatus");

    public string SavepointPath => Text("savepointPath");

    /// <summary>A request was taken over and is not carried out yet.</summary>
    public bool HasRequest => Json?["request"] is JsonObject { Count: > 0 };

    public string Refusal => Text("refusal");

    public bool HasFinished => Text("jobStatus") == "FINISHED";

    /// <summary>The resource is as declared: runs, or is meant not to. The older operator has no conditions.</summary>
    public bool IsSettled => Json?["conditions"] is JsonArray conditions
        ? conditions.OfType<JsonObject>().Any(condition => Text(condition, "type") is "Ready" or "Suspended" && Text(condition, "status") == "True")
        : Text("resourceStatus") == "Updated";

    /// <summary>State and reason in one line.</summary>
    public string Summary
    {
        get
        {
            var words = new[] { State, Text("jobStatus"), Text("resourceStatus") }.Where(word => word.Length > 0);
            var message = Json?["decision"] is JsonObject decision ? Text(decision, "message") : "";
            return message.Length == 0 ? string.Join(", ", words) : $"{string.Join(", ", words)}: {message}";
        }
    }

    public bool IsSame(ResourceStatus other) => JsonNode.DeepEquals(Json, other.Json);

    string Text(string member) => Json is null ? "" : Text(Json, member);

    static string Text(JsonObject json, string member) =>
        json[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}
