using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>Writes bodies as the recorder did (Python's json.dumps), because some messages repeat a body's text.</summary>
public static class PythonJson
{
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
                text.AppendJoin(", ", members.Select(member => $"{JsonSerializer.Serialize(member.Key)}: {Write(member.Value)}"));
                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[').AppendJoin(", ", items.Select(Write)).Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
