using System.Text.Json.Nodes;

namespace Toolbox.Cli.Tests.Rights;

/// <summary>What service accounts asked the sandbox's API server for, from its audit log; each right as <c>verb resource.group</c>.</summary>
sealed class AuditedRights(string path)
{
    const string Accounts = "system:serviceaccount:";

    /// <summary>What an account (namespace:name) asked for, whatever came of it.</summary>
    public IReadOnlySet<string> Of(string account) =>
        Events().Where(item => User(item) == Accounts + account && item["objectRef"] is not null).Select(Right).ToHashSet();

    /// <summary>Requests of service accounts that were answered with 401 or 403, with the account.</summary>
    public IReadOnlyList<string> Refused() =>
        [.. Events().Where(item => User(item).StartsWith(Accounts, StringComparison.Ordinal) && (int)item["responseStatus"]!["code"]! is 401 or 403)
            .Select(item => $"{User(item)}: {Right(item)}").Distinct()];

    public static string Right(string verb, string resource, string group) => group.Length == 0 ? $"{verb} {resource}" : $"{verb} {resource}.{group}";

    static string Right(JsonNode item)
    {
        var reference = item["objectRef"];
        var subresource = (string?)reference?["subresource"] is { } name ? $"/{name}" : "";
        return Right((string)item["verb"]!, $"{reference?["resource"] ?? item["requestURI"]}{subresource}", (string?)reference?["apiGroup"] ?? "");
    }

    static string User(JsonNode item) => (string)item["user"]!["username"]!;

    // The last line may be half written.
    IEnumerable<JsonNode> Events()
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => JsonNode.Parse(line)!)];
    }
}
