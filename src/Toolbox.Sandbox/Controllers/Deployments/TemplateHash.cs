using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>
/// The value of the label <c>pod-template-hash</c>: stable for one template, and of the alphabet without vowels that Kubernetes uses
/// for safe names. The real value hashes a Go structure's dump, which nobody can reproduce; nobody may rely on it either.
/// </summary>
static class TemplateHash
{
    public const string Label = "pod-template-hash";
    const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <param name="collisions">How many other templates were found to have the same hash, by the deployment's status.</param>
    public static string Of(JsonObject template, long collisions)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(Canonical(template) + (collisions > 0 ? $"#{collisions}" : "")))
            hash = (hash ^ octet) * 1099511628211UL;
        var folded = (uint)(hash ^ hash >> 32);
        var text = new StringBuilder();
        for (var index = 0; index < 10; index++, folded = folded / 27 ^ (uint)(hash >> (index + 7)))
            text.Append(Alphabet[(int)(folded % (uint)Alphabet.Length)]);
        return text.ToString();
    }

    /// <summary>True when both templates are the same but for the hash label itself.</summary>
    public static bool SameTemplate(JsonNode? one, JsonNode? other) => Without(one).SameAs(Without(other));

    static JsonNode? Without(JsonNode? template)
    {
        if (template.At("metadata", "labels", Label) is null) return template;
        var copy = template!.DeepClone();
        ((JsonObject)copy["metadata"]!["labels"]!).Remove(Label);
        return copy;
    }

    static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}:{Canonical(member.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Canonical)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
