using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>What happens to fields that the schema does not know and to members that occur twice.</summary>
static class UnknownFields
{
    /// <exception cref="RequestRefused">400 with fieldValidation=Strict.</exception>
    public static void Judge(ApiCall call, ResourceType type, string fieldValidation, IReadOnlyList<string> unknown, IReadOnlyList<string> duplicates)
    {
        if (fieldValidation == "Ignore") return;
        List<string> problems = [.. duplicates.Select(path => $"duplicate field \"{path}\""), .. unknown.Select(path => $"unknown field \"{path}\"")];
        if (problems.Count == 0) return;
        if (fieldValidation == "Strict")
            throw Refuse.BadRequest($"{type.Kind} in version \"{type.Version}\" cannot be handled as a {type.Kind}: strict decoding error: {string.Join(", ", problems)}");
        call.Warnings.AddRange(problems);
    }

    /// <summary>A version that is not served has no schema, so that every field is unknown.</summary>
    public static void WarnOfAll(ApiCall call, JsonObject body) =>
        call.Warnings.AddRange(body.Select(member => member.Key).Where(name => name is not ("apiVersion" or "kind" or "metadata"))
            .Order(StringComparer.Ordinal).Select(name => $"unknown field \"{name}\""));
}
