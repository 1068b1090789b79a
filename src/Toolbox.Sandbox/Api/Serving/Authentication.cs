using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Knows the bearer tokens: the administrator's and those issued for service accounts.</summary>
sealed class Authentication(string administratorToken, TimeProvider clock)
{
    static readonly UserInformation Administrator = new("kubernetes-admin", "", ["system:masters", "system:authenticated"], true);

    readonly ConcurrentDictionary<string, (UserInformation User, DateTimeOffset Expires)> _issued = new(StringComparer.Ordinal);

    /// <summary>The user of a request; without credentials it is system:anonymous, with wrong ones the answer is 401.</summary>
    public UserInformation Identify(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0) return UserInformation.Anonymous;
        var user = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Find(header["Bearer ".Length..].Trim()) : null;
        return Impersonate(user ?? throw Refuse.Unauthorized(), request);
    }

    /// <summary>The user whom a token belongs to; null when it is unknown or has expired.</summary>
    public UserInformation? Find(string token)
    {
        if (token == administratorToken) return Administrator;
        return _issued.TryGetValue(token, out var issued) && issued.Expires > clock.GetUtcNow() ? issued.User : null;
    }

    public void Issue(string token, UserInformation user, DateTimeOffset expires) => _issued[token] = (user, expires);

    // Roles are not evaluated, so an impersonated user can do what the groups say, and a stranger nothing.
    static UserInformation Impersonate(UserInformation user, HttpRequest request)
    {
        var name = request.Headers["Impersonate-User"].ToString();
        if (name.Length == 0) return user;
        var account = name.StartsWith("system:serviceaccount:", StringComparison.Ordinal);
        var groups = request.Headers["Impersonate-Group"].OfType<string>().Append("system:authenticated").ToList();
        return new UserInformation(name, "", groups, account || groups.Contains("system:masters"));
    }
}
