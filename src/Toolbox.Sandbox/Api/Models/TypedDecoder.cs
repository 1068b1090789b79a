using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

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
    public static IReadOnlyList<string> Decode(JsonObject body, ModelShape.Structure shape, string kind, string version)
    {
        var decoder = new TypedDecoder(kind, version);
        decoder.Members(body, shape, "", "");
        return decoder._unknown;
    }

    void Members(JsonObject node, ModelShape.Structure shape, string path, string plain)
    {
        AlwaysWritten.AddStructures(node, shape.Model);
        foreach (var (name, value) in node.ToList())
        {
            var inner = Join(path, name);
            if (!shape.Members.TryGetValue(name, out var member))
            {
                _unknown.Add(inner);
                node.Remove(name);
            }
            else if (value is null || IsEmptyAfterDecoding(member.Value, value, shape, inner, Join(plain, name))) node.Remove(name);
            else if (member.Value is ModelShape.NumberOrText { Quantity: true } && value.GetValueKind() == JsonValueKind.Number) node[name] = value.ToJsonString();
        }
        AlwaysWritten.AddValues(node, shape.Model);
    }

    bool IsEmptyAfterDecoding(ModelShape shape, JsonNode value, ModelShape.Structure owner, string path, string plain)
    {
        switch (shape)
        {
            case ModelShape.Structure structure:
                Members(value as JsonObject ?? throw Mismatch(value, owner, plain, structure.Name), structure, path, plain);
                return false;
            case ModelShape.Items items:
                Each(value as JsonArray ?? throw Mismatch(value, owner, plain, "[]" + GoType(items.Item)), items.Item, owner, path, plain);
                return ((JsonArray)value).Count == 0;
            case ModelShape.Map map:
                Each(value as JsonObject ?? throw Mismatch(value, owner, plain, "map[string]" + GoType(map.Value)), map.Value, owner, path, plain);
                return ((JsonObject)value).Count == 0;
            case ModelShape.Scalar scalar:
                CheckScalar(value, scalar, owner, plain);
                return false;
            case ModelShape.NumberOrText:
                if (value is not JsonValue) throw Mismatch(value, owner, plain, "string");
                return false;
            default:
                return false;
        }
    }

    void Each(JsonArray items, ModelShape shape, ModelShape.Structure owner, string path, string plain)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is { } item) IsEmptyAfterDecoding(shape, item, owner, $"{path}[{index}]", plain);
        }
    }

    void Each(JsonObject map, ModelShape shape, ModelShape.Structure owner, string path, string plain)
    {
        foreach (var (name, value) in map.ToList())
        {
            if (value is null) map[name] = shape is ModelShape.Scalar { Type: "string" } ? "" : null;
            else if (shape is ModelShape.NumberOrText { Quantity: true } && value.GetValueKind() == JsonValueKind.Number) map[name] = value.ToJsonString();
            else IsEmptyAfterDecoding(shape, value, owner, Join(path, name), plain);
        }
    }

    void CheckScalar(JsonNode value, ModelShape.Scalar scalar, ModelShape.Structure owner, string plain)
    {
        var found = value.GetValueKind();
        var fits = scalar.Type switch
        {
            "string" => found == JsonValueKind.String,
            "boolean" => found is JsonValueKind.True or JsonValueKind.False,
            "integer" => found == JsonValueKind.Number && value.AsNumber() is not null,
            _ => found == JsonValueKind.Number,
        };
        if (!fits) throw Mismatch(value, owner, plain, scalar.Go);
        if (scalar.Format == "byte") CheckBase64(value.GetValue<string>());
    }

    void CheckBase64(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsAsciiLetterOrDigit(text[index]) && text[index] is not ('+' or '/' or '=' or '\n' or '\r')) throw Illegal(index);
        }
        if (!Convert.TryFromBase64String(text, new byte[text.Length], out _)) throw Illegal(Math.Max(0, text.Length - text.Length % 4));
    }

    RequestRefused Illegal(int at) => Cannot($"illegal base64 data at input byte {at}");

    RequestRefused Mismatch(JsonNode value, ModelShape.Structure owner, string path, string wanted) =>
        Cannot($"json: cannot unmarshal {FoundType(value)} into Go struct field {owner.Name}.{path} of type {wanted}");

    RequestRefused Cannot(string why) => Refuse.BadRequest($"{kind} in version \"{version}\" cannot be handled as a {kind}: {why}");

    static string FoundType(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };

    static string GoType(ModelShape shape) => shape switch
    {
        ModelShape.Scalar scalar => scalar.Go,
        ModelShape.Structure structure => structure.Name,
        ModelShape.Items items => "[]" + GoType(items.Item),
        ModelShape.Map map => "map[string]" + GoType(map.Value),
        ModelShape.NumberOrText => "string",
        ModelShape.Any => "interface {}",
    };

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
