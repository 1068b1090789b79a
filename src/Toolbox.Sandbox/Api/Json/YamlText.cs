using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Toolbox.Sandbox.Api.Json;

/// <summary>Between YAML and JSON trees, by YAML's representation model.</summary>
public static class YamlText
{
    /// <summary>The first document as JSON; plain scalars are read by the YAML 1.1 core rules that Kubernetes uses.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static JsonNode? Read(string text) => YamlDocuments.Load(text) is [var first, ..] ? Node(first) : null;

    /// <summary>All documents as JSON, in their order, each with the line it begins in; empty ones are null.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static IReadOnlyList<(JsonNode? Document, long Line)> ReadAll(string text) =>
        [.. YamlDocuments.Load(text).Select(root => (Node(root), root.Start.Line))];

    public static string Write(JsonNode? node)
    {
        var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(Yaml(node))).Save(writer, assignAnchors: false);
        var text = writer.ToString();
        return text.EndsWith("...\n", StringComparison.Ordinal) ? text[..^4] : text;
    }

    static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Members(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } => Plain(text),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new YamlException(node.Start, node.End, "unsupported YAML node"),
    };

    static JsonObject Members(YamlMappingNode mapping)
    {
        var members = new JsonObject();
        foreach (var (key, value) in mapping.Children)
            // Different spellings of one key, such as 1 and "1", are different nodes and the same member.
            if (!members.TryAdd(Key(key), Node(value)))
                throw new YamlException(key.Start, key.End, $"the key {Key(key)} is there twice");
        return members;
    }

    static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw new YamlException(node.Start, node.End, "a mapping key must be a scalar");

    static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        _ when YamlIntegers.Read(text) is { } whole => whole,
        _ when IsNumber(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => text,
    };

    static bool IsNumber(string text) => text.All(character => char.IsAsciiDigit(character) || character is '.' or '-' or '+' or 'e' or 'E') && text.Any(char.IsAsciiDigit);

    static YamlNode Yaml(JsonNode? node) => node switch
    {
        JsonObject members => new YamlMappingNode(members.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => KeyValuePair.Create(Text(item.Key), Yaml(item.Value)))),
        JsonArray items => new YamlSequenceNode(items.Select(Yaml)),
        null => new YamlScalarNode("null"),
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>()),
        _ => new YamlScalarNode(node.ToJsonString()),
    };

    static YamlNode Text(string text)
    {
        var plain = Plain(text) is JsonValue value && value.GetValueKind() == JsonValueKind.String && !LooksLikeTime(text);
        return new YamlScalarNode(text) { Style = text.Contains('\n') ? ScalarStyle.Literal : plain ? ScalarStyle.Any : ScalarStyle.DoubleQuoted };
    }

    static bool LooksLikeTime(string text) => text.Length > 9 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
