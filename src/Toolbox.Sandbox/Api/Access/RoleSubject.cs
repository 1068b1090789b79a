using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>The subjects of role bindings.</summary>
static class RoleSubject
{
    /// <param name="home">The namespace of service accounts that name none; empty for cluster role bindings.</param>
    public static bool Includes(JsonObject subject, UserInformation user, string home)
    {
        var name = subject.TextAt("name") ?? "";
        return subject.TextAt("kind") switch
        {
            "User" => user.Name == name,
            "Group" => user.Groups.Contains(name),
            "ServiceAccount" => Namespace(subject, home) is { Length: > 0 } space && user.Name == UserInformation.AccountName(space, name),
            _ => false,
        };
    }

    public static string Describe(JsonObject subject, string home)
    {
        var (kind, name) = (subject.TextAt("kind"), subject.TextAt("name"));
        return kind == "ServiceAccount" ? $"{kind} \"{name}/{Namespace(subject, home)}\"" : $"{kind} \"{name}\"";
    }

    static string Namespace(JsonObject subject, string home) => subject.TextAt("namespace") is { Length: > 0 } named ? named : home;
}
