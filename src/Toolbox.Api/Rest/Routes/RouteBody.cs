using System.Collections.Immutable;
using System.Text.Json;

namespace Toolbox.Api.Rest.Routes;

/// <summary>What a route expects in its body.</summary>
abstract record RouteBody
{
    RouteBody() { }

    /// <summary>Nothing; whatever comes is not read.</summary>
    public sealed record Ignored : RouteBody;

    /// <summary>The spec of a resource, without anything around it.</summary>
    /// <param name="Kind">Kind of the resource, for example FlinkCluster.</param>
    /// <param name="Sections">Members that have to be there.</param>
    public sealed record Spec(string Kind, ImmutableArray<string> Sections) : RouteBody;

    /// <summary>An object with one boolean; without it, and without a body, it is false.</summary>
    public sealed record Flag(string Name) : RouteBody;

    /// <summary>An object with one whole number that is not negative. Without it nothing is done: it used to mean 0, which stops everything.</summary>
    public sealed record Number(string Name) : RouteBody;

    /// <summary>Null when the body is as expected, else what is wrong.</summary>
    /// <param name="body">Undefined when there is none.</param>
    public string? Complaint(JsonElement body) => this switch
    {
        Ignored => null,
        Flag when body.ValueKind == JsonValueKind.Undefined => null,
        Spec or Flag or Number when body.ValueKind == JsonValueKind.Undefined => "a body is required: a JSON object",
        Spec or Flag or Number when body.ValueKind != JsonValueKind.Object => $"the body must be a JSON object, not {Word(body.ValueKind)}",
        Spec spec => Missing(spec, body),
        Flag flag => Stranger(flag.Name, body) ?? NoFlag(flag.Name, body),
        Number number => Stranger(number.Name, body) ?? NoNumber(number.Name, body),
    };

    static string? Missing(Spec spec, JsonElement body)
    {
        if (body.TryGetProperty("spec", out _) && body.TryGetProperty("kind", out _)) return "the body must be the spec alone, not the whole resource";
        foreach (var section in spec.Sections)
            if (!body.TryGetProperty(section, out var value) || value.ValueKind == JsonValueKind.Null) return $"{section} is required";
        return null;
    }

    static string? Stranger(string name, JsonElement body)
    {
        foreach (var member in body.EnumerateObject())
            if (!member.NameEquals(name)) return $"{member.Name} is not known here: only {name} is";
        return null;
    }

    static string? NoFlag(string name, JsonElement body) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null
            ? null : $"{name} must be true or false, not {Word(value.ValueKind)}";

    static string? NoNumber(string name, JsonElement body)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return $"{name} is required";
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0
            ? null : $"{name} must be a whole number from 0 to {int.MaxValue}, not {Shown(value)}";
    }

    static string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetRawText() is { Length: <= 40 } text ? text : Word(value.ValueKind);

    static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
