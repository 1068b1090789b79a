using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

/// <summary>Objects to bytes and back.</summary>
static class Bodies
{
    /// <summary>An object to send; <c>apiVersion</c> and <c>kind</c> are filled in where they are missing.</summary>
    public static byte[] Write<T>(ResourceType<T> type, T value)
    {
        var node = JsonSerializer.SerializeToNode(value, type.Json) as JsonObject
            ?? throw new ArgumentException($"a {type.Kind} must be a JSON object", nameof(value));
        return Write(ObjectMetadata.Identify(node, type.ApiVersion, type.Kind));
    }

    public static byte[] Write(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    public static T Read<T>(ResourceType<T> type, ReadOnlyMemory<byte> body) =>
        ObjectMetadata.Identify(
            JsonSerializer.Deserialize(body.Span, type.Json) ?? throw new JsonException("the answer is null"), type.ApiVersion, type.Kind);

    public static JsonNode ReadNode(ReadOnlyMemory<byte> body) =>
        JsonNode.Parse(body.Span) ?? throw new JsonException("the answer is null");

    public static Deletion ReadDeletion(ReadOnlyMemory<byte> body)
    {
        var answer = ReadNode(body);
        return (string?)answer["kind"] == "Status"
            ? new Deletion((string?)answer["details"]?["uid"] ?? "", false)
            : new Deletion((string?)answer["metadata"]?["uid"] ?? "", answer["metadata"]?["deletionTimestamp"] is not null);
    }

    public static ServerVersion ReadVersion(ReadOnlyMemory<byte> body)
    {
        var answer = ReadNode(body);
        string Text(string name) => (string?)answer[name] ?? "";
        return new ServerVersion(Text("major"), Text("minor"), Text("gitVersion"), Text("platform"));
    }
}
