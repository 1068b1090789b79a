using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>The headers by which a user acts as another one (<c>kubectl --as</c>), who needs the verb impersonate for that.</summary>
sealed class Impersonation(Authorizer authorizer)
{
    const string Authenticated = "system:authenticated";

    /// <exception cref="Refusals.RequestRefused">403: <paramref name="user"/> may not impersonate that user or group.</exception>
    public UserInformation Apply(UserInformation user, HttpRequest request)
    {
        var name = request.Headers["Impersonate-User"].ToString();
        if (name.Length == 0) return user;
        var account = UserInformation.AccountOf(name);
        Require(user, account is null ? "users" : "serviceaccounts", account?.Namespace ?? "", account?.Name ?? name);
        var groups = request.Headers["Impersonate-Group"].OfType<string>().ToList();
        foreach (var group in groups) Require(user, "groups", "", group);
        if (groups.Count == 0 && account is { } known) groups.AddRange(UserInformation.AccountGroups(known.Namespace));
        if (!groups.Contains(Authenticated) && name != UserInformation.Anonymous.Name) groups.Add(Authenticated);
        return new UserInformation(name, request.Headers["Impersonate-Uid"].ToString(), groups, account is not null || groups.Contains(Authorizer.Masters));
    }

    void Require(UserInformation user, string resource, string @namespace, string name) =>
        authorizer.Require(new AccessRequest(user, "impersonate", true, "", resource, "", @namespace, name, ""));
}
