using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Models;

/// <summary>
/// Brings a body of a built-in kind into the form in which the real server's Go structures would write it again: unknown members, nulls and
/// empty lists and maps go, members that are always written come.
/// </summary>
sealed class TypedDecoder(string kind, string version)
{
    readonly List<string> _unknown = [];

    /// <summary>Changes <paramref name="body"/> in place.</summary>
    /// <returns>The paths of unknown members, in the order of the text.</returns>
    /// <exception cref="RequestRefused">400 when a member has another type than the structure.</exception>
    public static IReadOnlyList<string> Decode(JsonObject body, FieldSchema schema, string kind, string version)
    {
        var decoder = new TypedDecoder(kind, version);
        decoder.Members(body, schema, "", "");
        return decoder._unknown;
    }

    void Members(JsonObject node, FieldSchema schema, string path, string plain)
    {
        var name = IsEventOfEventsGroup(schema) ? "" : schema.TypeName;
        AlwaysWritten.AddStructures(node, name);
        foreach (var (member, value) in node.ToList())
        {
            var inner = Join(path, member);
            if (!schema.Fields.TryGetValue(member, out var field))
            {
                _unknown.Add(inner);
                node.Remove(member);
            }
            else if (value is null || IsEmptyAfterDecoding(field, value, schema, inner, Join(plain, member))) node.Remove(member);
            else if (IsQuantity(field, value)) node[member] = value.ToJsonString();
        }
        AlwaysWritten.AddValues(node, name);
    }

    /// <summary>Decodes a value and says whether <c>omitempty</c> leaves it out.</summary>
    bool IsEmptyAfterDecoding(FieldSchema field, JsonNode value, FieldSchema owner, string path, string plain)
    {
        switch (field.Kind)
        {
            case FieldKind.Object when field.Element is { } element:
                Map(value as JsonObject ?? throw Mismatch(value, owner, plain, "map[string]" + GoType(element)), element, owner, path, plain);
                return ((JsonObject)value).Count == 0;
            case FieldKind.Object when field.Fields.Count > 0:
                Members(value as JsonObject ?? throw Mismatch(value, owner, plain, field.TypeName), field, path, plain);
                return false;
            case FieldKind.List:
                Items(value as JsonArray ?? throw Mismatch(value, owner, plain, "[]" + GoType(field.Element)), field.Element ?? FieldSchema.Untyped, owner, path, plain);
                return ((JsonArray)value).Count == 0;
            case FieldKind.Scalar:
                Scalar(value, field.TypeName, owner, plain);
                return false;
            default:
                return false;
        }
    }

    void Items(JsonArray items, FieldSchema element, FieldSchema owner, string path, string plain)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is { } item) IsEmptyAfterDecoding(element, item, owner, $"{path}[{index}]", plain);
        }
    }

    void Map(JsonObject map, FieldSchema element, FieldSchema owner, string path, string plain)
    {
        foreach (var (name, value) in map.ToList())
        {
            if (value is null) map[name] = element.TypeName == "string" ? "" : null;
            else if (IsQuantity(element, value)) map[name] = value.ToJsonString();
            else IsEmptyAfterDecoding(element, value, owner, Join(path, name), plain);
        }
    }

    void Scalar(JsonNode value, string type, FieldSchema owner, string plain)
    {
        var found = value.GetValueKind();
        var fits = type switch
        {
            "bool" => found is JsonValueKind.True or JsonValueKind.False,
            "int32" or "int64" => found == JsonValueKind.Number && value.AsNumber() is not null,
            "float64" => found == JsonValueKind.Number,
            "int-or-string" or "quantity" => found is JsonValueKind.Number or JsonValueKind.String,
            _ => found == JsonValueKind.String,
        };
        if (!fits) throw Mismatch(value, owner, plain, GoName(type));
        if (type == "bytes") Base64(value.GetValue<string>());
    }

    void Base64(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsAsciiLetterOrDigit(text[index]) && text[index] is not ('+' or '/' or '=' or '\n' or '\r')) throw Illegal(index);
        }
        if (!Convert.TryFromBase64String(text, new byte[text.Length], out _)) throw Illegal(Math.Max(0, text.Length - text.Length % 4));
    }

    RequestRefused Illegal(int at) => Cannot($"illegal base64 data at input byte {at}");

    RequestRefused Mismatch(JsonNode value, FieldSchema owner, string path, string wanted) =>
        Cannot($"json: cannot unmarshal {FoundType(value)} into Go struct field {owner.TypeName}.{path} of type {wanted}");

    RequestRefused Cannot(string why) => Refuse.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {kind}: {why}");

    static bool IsQuantity(FieldSchema field, JsonNode value) => field.TypeName == "quantity" && value.GetValueKind() == JsonValueKind.Number;

    // Two kinds are called Event; only the core one writes its empty members.
    static bool IsEventOfEventsGroup(FieldSchema schema) => schema.TypeName == "Event" && schema.Fields.ContainsKey("regarding");

    static string FoundType(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };

    static string GoType(FieldSchema? field) => field switch
    {
        null => "interface {}",
        { Kind: FieldKind.List } => "[]" + GoType(field.Element),
        { Kind: FieldKind.Object, Element: not null } => "map[string]" + GoType(field.Element),
        _ => GoName(field.TypeName),
    };

    static string GoName(string type) => type switch
    {
        "bytes" => "[]uint8",
        "time" => "Time",
        "int-or-string" => "IntOrString",
        "quantity" => "Quantity",
        _ => type,
    };

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
