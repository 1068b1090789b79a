using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>Writes bodies as the recorder did (Python's json.dumps), because some messages repeat a body's text.</summary>
public static class PythonJson
{
    // Placeholders keep their angle brackets.
    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                text.AppendJoin(", ", members.Select(member => $"{JsonSerializer.Serialize(member.Key, Relaxed)}: {Write(member.Value)}"));
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[').AppendJoin(", ", items.Select(Write)).Append(']');
                break;
            default:
                text.Append(node?.ToJsonString(Relaxed) ?? "null");
                break;
        }
    }
}
