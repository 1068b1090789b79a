using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Protobuf;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using YamlDotNet.Core;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Decodes the object in a body as the real server's codecs do, with their wording of what is wrong.</summary>
static class BodyReader
{
    /// <summary>How much of a body a message shows.</summary>
    const int Excerpt = 30;

    static readonly string[] MediaTypes = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];

    /// <summary>The object for <paramref name="type"/>, unknown fields judged by the options.</summary>
    public static JsonObject Object(ApiCall call, ReadOnlyMemory<byte> text, ResourceType type, string fieldValidation)
    {
        var duplicates = new List<string>();
        var body = Parse(call, text, type.Kind, duplicates);
        return type.Custom is null ? Typed(call, body, type, fieldValidation, duplicates) : Custom(call, body, text, type, fieldValidation, duplicates);
    }

    /// <summary>The object of another kind than the resource's, such as a Scale or a Binding; unknown fields are dropped.</summary>
    public static JsonObject Other(ApiCall call, ReadOnlyMemory<byte> text, string kind, FieldSchema fields)
    {
        var body = Parse(call, text, kind, []);
        TypedDecoder.Decode(body, fields, kind, "v1");
        return body;
    }

    public static JsonObject Parse(ApiCall call, ReadOnlyMemory<byte> text, string kind, List<string> duplicates)
    {
        switch (call.MediaType)
        {
            case "" or "application/json" or "*/*":
                return Json(text, kind, duplicates);
            case "application/yaml":
                return Yaml(text, kind);
            case ProtobufBody.MediaType:
                return ProtobufBody.Read(text.Span);
            default:
                throw Refuse.UnsupportedMediaType(MediaTypes);
        }
    }

    static JsonObject Json(ReadOnlyMemory<byte> text, string kind, List<string> duplicates)
    {
        string problem;
        try
        {
            var node = JsonText.Read(text.Span, duplicates);
            if (node is JsonObject body) return body;
            var found = node is JsonArray ? "array" : "value";
            problem = $"json: cannot unmarshal {found} into Go value of type struct {{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }}";
        }
        catch (JsonException error)
        {
            problem = JsonProblem.Describe(text.Span, error);
        }
        throw Unrecognized(kind, $"couldn't get version/kind; json parse error: {problem}", text.Span);
    }

    static JsonObject Yaml(ReadOnlyMemory<byte> text, string kind)
    {
        try
        {
            if (YamlText.Read(Encoding.UTF8.GetString(text.Span)) is JsonObject body) return body;
            throw Unrecognized(kind, "couldn't get version/kind; json parse error: the document is no mapping", text.Span);
        }
        catch (YamlException error)
        {
            throw Unrecognized(kind, $"yaml: line {error.Start.Line}: did not find expected node content", text.Span);
        }
    }

    static JsonObject Typed(ApiCall call, JsonObject body, ResourceType type, string fieldValidation, List<string> duplicates)
    {
        var (apiVersion, kind) = (body.TextAt("apiVersion") ?? type.ApiVersion, body.TextAt("kind") ?? type.Kind);
        body["apiVersion"] = apiVersion;
        body["kind"] = kind;
        if (apiVersion != type.ApiVersion)
            throw Cannot(kind, type, $"no kind \"{kind}\" is registered for version \"{apiVersion}\" in scheme \"pkg/runtime/scheme.go:111\"");
        var other = kind == type.Kind ? null : BuiltInResources.All.FirstOrDefault(item => item.ApiVersion == apiVersion && item.Kind == kind);
        if (kind != type.Kind && other is null)
            throw Cannot(kind, type, $"no kind \"{kind}\" is registered for version \"{apiVersion}\" in scheme \"pkg/runtime/scheme.go:111\"");
        if (other is not null)
        {
            CheckMismatch(body, kind, type, other);
        }
        var unknown = TypedDecoder.Decode(body, type.Fields, type.Kind, type.Version);
        UnknownFields.Judge(call, type, fieldValidation, unknown, duplicates);
        return body;
    }

    // The body is decoded as the kind that it names, and only then found to be another one.
    static void CheckMismatch(JsonObject body, string kind, ResourceType type, ResourceType other)
    {
        try
        {
            TypedDecoder.Decode(body, other.Fields, kind, type.Version);
        }
        catch (RequestRefused refused)
        {
            throw Refuse.BadRequest(refused.Message.Replace($"as a {kind}:", $"as a {type.Kind}:", StringComparison.Ordinal));
        }
        throw Cannot(kind, type, $"converting (v1.{kind}) to (core.{type.Kind}): unknown conversion");
    }

    static JsonObject Custom(ApiCall call, JsonObject body, ReadOnlyMemory<byte> text, ResourceType type, string fieldValidation, List<string> duplicates)
    {
        foreach (var (member, name) in ((string, string)[])[("kind", "Kind"), ("apiVersion", "apiVersion")])
        {
            if (string.IsNullOrEmpty(body.TextAt(member))) throw Unrecognized(type.Kind, $"Object '{name}' is missing in '{Encoding.UTF8.GetString(text.Span)}'", text.Span);
        }
        if (body.TextAt("apiVersion") != type.ApiVersion) UnknownFields.WarnOfAll(call, body);
        if (body.TextAt("apiVersion") != type.ApiVersion)
            throw Refuse.BadRequest($"the API version in the data ({body.TextAt("apiVersion")}) does not match the expected API version ({type.ApiVersion})");
        if (body.TextAt("kind") != type.Kind)
        {
            var kind = body.TextAt("kind")!;
            throw Refuse.Invalid(type.Group, kind, body.TextAt("metadata", "name") ?? "", [FieldError.Invalid("kind", kind, $"must be {type.Kind}")]);
        }
        var unknown = CustomBody.Normalise(body, type);
        UnknownFields.Judge(call, type, fieldValidation, unknown, duplicates);
        return body;
    }

    static RequestRefused Cannot(string kind, ResourceType type, string why) =>
        Refuse.BadRequest($"{kind} in version \"{type.Version}\" cannot be handled as a {type.Kind}: {why}");

    static RequestRefused Unrecognized(string kind, string why, ReadOnlySpan<byte> text) =>
        Refuse.BadRequest($"the object provided is unrecognized (must be of type {kind}): {why} ({Summary(text)})");

    static string Summary(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0) return "<empty>";
        var start = text[..Math.Min(text.Length, Excerpt)];
        var shown = text[0] == (byte)'{' ? Encoding.UTF8.GetString(start) : Convert.ToHexStringLower(start);
        return text.Length > Excerpt ? shown + " ..." : shown;
    }
}
