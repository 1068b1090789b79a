using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Cli.Client.Output;

/// <summary>An answer as a user asked for it.</summary>
static class AnswerText
{
    static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="form">json, yaml, table, or null for the body as it came.</param>
    public static string Of(OperatorAnswer answer, string? form) => form switch
    {
        null => answer.Body,
        _ => Of(Content(answer), form),
    };

    /// <param name="form">json, yaml or table.</param>
    public static string Of(JsonNode content, string form) => form switch
    {
        "json" => Json(content),
        "yaml" => YamlText.Write(content).TrimEnd('\n'),
        _ => JsonTable.Of(content),
    };

    // A request that has no output still says that it was accepted.
    static JsonNode Content(OperatorAnswer answer) => answer.Output ?? new JsonObject { ["status"] = "OK" };

    static string Json(JsonNode node)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Indented)) node.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
