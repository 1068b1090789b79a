using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Objects;
using YamlDotNet.Core;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>A patch as sent.</summary>
abstract record PatchBody
{
    const string JsonPatchType = "application/json-patch+json";
    const string MergePatchType = "application/merge-patch+json";
    const string StrategicType = "application/strategic-merge-patch+json";
    const string ApplyType = "application/apply-patch+yaml";

    PatchBody()
    {
    }

    public sealed record Operations(JsonNode? List) : PatchBody;

    public sealed record Merge(JsonNode? Patch) : PatchBody;

    public sealed record Strategic(JsonNode? Patch) : PatchBody;

    public sealed record Apply(JsonObject Configuration) : PatchBody;

    /// <param name="custom">Custom resources take no strategic merge patch.</param>
    /// <exception cref="RequestRefused">415 for another media type, 400 for a text that cannot be read.</exception>
    public static PatchBody Read(string mediaType, ReadOnlySpan<byte> text, bool custom) => mediaType switch
    {
        JsonPatchType => new Operations(Json(text)),
        MergePatchType => new Merge(Json(text)),
        StrategicType when !custom => new Strategic(Json(text)),
        ApplyType => new Apply(Yaml(text)),
        _ => throw Refuse.UnsupportedMediaType(custom ? [JsonPatchType, MergePatchType, ApplyType] : [JsonPatchType, MergePatchType, StrategicType, ApplyType]),
    };

    /// <summary>The live object with the patch laid over it. An apply is not done here.</summary>
    public PatchResult ApplyTo(JsonObject live, FieldSchema fields) => this switch
    {
        Operations operations => JsonPatch.Apply(live, operations.List),
        Merge merge => MergePatch.Apply(live, merge.Patch),
        Strategic strategic => StrategicMergePatch.Apply(live, strategic.Patch, fields),
        Apply => throw new InvalidOperationException("an apply needs the managers of the fields"),
    };

    static JsonNode? Json(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonText.Read(text);
        }
        catch (JsonException error)
        {
            throw Refuse.BadRequest($"error decoding patch: {JsonProblem.Describe(text, error)}");
        }
    }

    static JsonObject Yaml(ReadOnlySpan<byte> text)
    {
        try
        {
            return YamlText.Read(System.Text.Encoding.UTF8.GetString(text)) as JsonObject ?? throw Refuse.BadRequest("error decoding YAML: the configuration is no object");
        }
        catch (YamlException error)
        {
            throw Refuse.BadRequest($"error decoding YAML: yaml: line {error.Start.Line}: {error.Message}");
        }
    }
}
