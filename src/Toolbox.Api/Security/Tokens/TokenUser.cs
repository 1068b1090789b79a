using System.Text.Json.Nodes;

namespace Toolbox.Api.Security.Tokens;

/// <summary>Whom a token stands for, as the API server says.</summary>
sealed record TokenUser(string Name, string Uid, IReadOnlyList<string> Groups, JsonObject Extra)
{
    public static TokenUser Read(JsonNode? user) => new(
        (string?)user?["username"] ?? "", (string?)user?["uid"] ?? "", [.. (user?["groups"] as JsonArray ?? []).Select(group => (string?)group ?? "")],
        user?["extra"]?.DeepClone() as JsonObject ?? []);
}
