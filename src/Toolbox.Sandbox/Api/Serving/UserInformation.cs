namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Who sent a request.</summary>
/// <param name="IsKnown">False for anonymous and for impersonated users that belong to nobody known here: those whom AlwaysAllow does not allow anything.</param>
sealed record UserInformation(string Name, string Uid, IReadOnlyList<string> Groups, bool IsKnown)
{
    const string AccountPrefix = "system:serviceaccount:";

    public static readonly UserInformation Anonymous = new("system:anonymous", "", ["system:unauthenticated"], false);

    public static string AccountName(string @namespace, string name) => $"{AccountPrefix}{@namespace}:{name}";

    public static IEnumerable<string> AccountGroups(string @namespace) => ["system:serviceaccounts", $"system:serviceaccounts:{@namespace}"];

    /// <summary>The service account that a user name stands for; null for other users.</summary>
    public static (string Namespace, string Name)? AccountOf(string user) =>
        user.StartsWith(AccountPrefix, StringComparison.Ordinal) && user[AccountPrefix.Length..].Split(':') is [{ Length: > 0 } space, { Length: > 0 } name] ? (space, name) : null;
}
