using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Knows the bearer tokens: the administrator's, those of the token file and those of service accounts.</summary>
sealed class Authentication(string administratorToken, IReadOnlyDictionary<string, UserInformation> users, AccountTokens tokens, AccountLookup accounts)
{
    public const string AdministratorName = "kubernetes-admin";

    static readonly UserInformation Administrator = new(AdministratorName, "", [Authorizer.Masters, "system:authenticated"], true);
    static readonly string[] Own = [AccountTokens.Issuer];

    /// <summary>The user of a request; without credentials it is system:anonymous, with wrong ones the answer is 401.</summary>
    public UserInformation Identify(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0) return UserInformation.Anonymous;
        var known = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Find(header["Bearer ".Length..].Trim(), Own) : null;
        return known?.User ?? throw Refuse.Unauthorized();
    }

    /// <summary>The user whom a token belongs to; null when it is unknown, has expired or is for none of the audiences.</summary>
    /// <returns>The user, and those of the audiences that the token is for.</returns>
    public (UserInformation User, IReadOnlyList<string> Audiences)? Find(string token, IReadOnlyList<string> audiences)
    {
        if (token == administratorToken) return (Administrator, audiences);
        if (users.TryGetValue(token, out var user)) return (user, audiences);
        if (tokens.Read(token) is not { } claims) return null;
        IReadOnlyList<string> common = [.. claims.TextsAt("aud").Intersect(audiences)];
        return common.Count > 0 && accounts.Find(claims) is { } account ? (account, common) : null;
    }
}
