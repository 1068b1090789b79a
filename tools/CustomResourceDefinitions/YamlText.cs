using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Toolbox.CustomResourceDefinitions;

/// <summary>JSON as YAML in block style, keys in the order of the JSON; the same input gives the same text.</summary>
public static partial class YamlText
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        WriteBlock(text, node, 0);
        return text.ToString();
    }

    static void WriteBlock(StringBuilder text, JsonNode node, int indent)
    {
        if (node is JsonObject map)
            foreach (var (key, value) in map)
            {
                text.Append(' ', indent);
                WriteEntry(text, key, value, indent);
            }
        else if (node is JsonArray list)
            foreach (var item in list)
                WriteItem(text, item, indent);
        else
            text.Append(Scalar(node)).Append('\n');
    }

    static void WriteEntry(StringBuilder text, string key, JsonNode? value, int indent)
    {
        text.Append(TextScalar(key)).Append(':');
        switch (value)
        {
            case JsonObject { Count: > 0 }:
                text.Append('\n');
                WriteBlock(text, value, indent + 2);
                break;
            case JsonArray { Count: > 0 }:
                text.Append('\n');
                WriteBlock(text, value, indent);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    static void WriteItem(StringBuilder text, JsonNode? item, int indent)
    {
        text.Append(' ', indent).Append("- ");
        if (item is JsonObject { Count: > 0 } map)
        {
            var first = true;
            foreach (var (key, value) in map)
            {
                if (!first)
                    text.Append(' ', indent + 2);
                WriteEntry(text, key, value, indent + 2);
                first = false;
            }
        }
        else if (item is JsonArray { Count: > 0 })
        {
            text.Append('\n');
            WriteBlock(text, item, indent + 2);
        }
        else
            text.Append(Scalar(item)).Append('\n');
    }

    static string Scalar(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ => value.GetValueKind() == JsonValueKind.String ? TextScalar(value.GetValue<string>()) : value.ToJsonString()
    };

    static string TextScalar(string text) =>
        Plain().IsMatch(text) && !LooksTyped().IsMatch(text)
            ? text
            : "\"" + JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    // Neither quotes nor indicators that would end or change a plain scalar.
    [GeneratedRegex(@"^[A-Za-z0-9/$(<._][^\r\n\t#:""'{}\[\],&*!|>%@`]*(?<! )$")]
    private static partial Regex Plain();

    // What YAML 1.1 readers, Kubernetes' among them, take for a boolean, a number, null or a time.
    [GeneratedRegex(@"^(~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9][0-9_.,:eExXa-fA-FT+Z-]*|\.inf|\.nan)$", RegexOptions.IgnoreCase)]
    private static partial Regex LooksTyped();
}
