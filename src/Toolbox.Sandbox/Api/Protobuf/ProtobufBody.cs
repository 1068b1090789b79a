using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Protobuf;

/// <summary>Reads application/vnd.kubernetes.protobuf into JSON, for the kinds in <see cref="ProtobufMessages"/>.</summary>
static class ProtobufBody
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    static readonly byte[] Magic = [0x6b, 0x38, 0x73, 0x00];

    /// <exception cref="RequestRefused">400 for a text that is no protobuf, 415 for a kind or a field that is not in the table.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith(Magic)) throw Refuse.BadRequest("the body is no Kubernetes protobuf: it does not begin with k8s");
        try
        {
            var envelope = Message(text[Magic.Length..], "Unknown");
            var kind = envelope.TextAt("typeMeta", "kind") ?? "";
            if (ProtobufMessages.Find(kind) is null) throw Unsupported($"kind {kind}");
            var body = Message(Convert.FromBase64String(envelope.TextAt("raw") ?? ""), kind);
            body.Insert(0, "kind", kind);
            body.Insert(1, "apiVersion", envelope.TextAt("typeMeta", "apiVersion"));
            return body;
        }
        catch (FormatException error)
        {
            throw Refuse.BadRequest($"the body is no Kubernetes protobuf: {error.Message}");
        }
    }

    static JsonObject Message(ReadOnlySpan<byte> text, string name)
    {
        var fields = ProtobufMessages.Find(name)!;
        var message = new JsonObject();
        var reader = new ProtobufReader(text);
        while (!reader.IsAtEnd)
        {
            var (number, wireType) = reader.Tag();
            if (!fields.TryGetValue(number, out var field))
            {
                // The status of a review is the server's to write.
                if (reader.Number(wireType) != 0 && name != "ReviewStatus") throw Unsupported($"field {number} of {name}");
                continue;
            }
            Add(message, field, ref reader, wireType);
        }
        return message;
    }

    static void Add(JsonObject message, ProtobufField field, ref ProtobufReader reader, int wireType)
    {
        if (field.Map)
        {
            var entry = new ProtobufReader(reader.Bytes());
            var (key, value) = ("", (JsonNode?)"");
            while (!entry.IsAtEnd)
            {
                if (entry.Tag().Number == 1) key = Encoding.UTF8.GetString(entry.Bytes());
                else value = Text(entry.Bytes(), field.Type);
            }
            message.Child(field.Name)[key] = value;
            return;
        }
        var item = Value(field, ref reader, wireType);
        if (field.Repeated) message.AddTo(field.Name, item ?? "");
        else if (item is not null) message[field.Name] = item;
    }

    static JsonNode? Value(ProtobufField field, ref ProtobufReader reader, int wireType)
    {
        switch (field.Type)
        {
            case "int":
                var number = reader.Number(wireType);
                return number == 0 && !field.Pointer ? null : number;
            case "bool":
                var flag = reader.Number(wireType) != 0;
                return !flag && !field.Pointer ? null : flag;
            case "string" or "bytes":
                var text = reader.Bytes();
                return text.Length == 0 && !field.Repeated ? null : Text(text, field.Type);
            case "time":
                return Time(reader.Bytes());
            case "IntOrString":
                return IntOrString(reader.Bytes());
            case "FieldsV1":
                return Fields(reader.Bytes());
            default:
                var message = Message(reader.Bytes(), field.Type);
                return message.Count == 0 && !field.Repeated ? null : message;
        }
    }

    static JsonNode Text(ReadOnlySpan<byte> text, string type) =>
        type == "bytes" ? JsonValue.Create(Convert.ToBase64String(text)) : JsonValue.Create(Encoding.UTF8.GetString(text));

    static JsonNode? Time(ReadOnlySpan<byte> text)
    {
        var reader = new ProtobufReader(text);
        while (!reader.IsAtEnd)
        {
            var (number, wireType) = reader.Tag();
            var value = reader.Number(wireType);
            // The zero time of Go lies long before 1970.
            if (number == 1 && value > 0) return DateTimeOffset.FromUnixTimeSeconds(value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        return null;
    }

    static JsonNode IntOrString(ReadOnlySpan<byte> text)
    {
        var (isText, number, word) = (false, 0L, "");
        var reader = new ProtobufReader(text);
        while (!reader.IsAtEnd)
        {
            var (field, wireType) = reader.Tag();
            if (field == 3) word = Encoding.UTF8.GetString(reader.Bytes());
            else if (field == 1) isText = reader.Number(wireType) == 1;
            else number = reader.Number(wireType);
        }
        return isText ? word : number;
    }

    static JsonNode? Fields(ReadOnlySpan<byte> text)
    {
        var reader = new ProtobufReader(text);
        while (!reader.IsAtEnd)
        {
            if (reader.Tag().Number == 1) return JsonText.Read(reader.Bytes());
        }
        return null;
    }

    static RequestRefused Unsupported(string what) =>
        new(415, "UnsupportedMediaType", $"the sandbox does not read {what} as {MediaType}; send application/json");
}
