using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Finds the service account of a token's claims. A token ends with its account and with the pod that it is bound to.</summary>
sealed class AccountLookup(ApiState state)
{
    public const string Claims = "kubernetes.io";

    public UserInformation? Find(JsonObject claims)
    {
        var space = claims.TextAt(Claims, "namespace") ?? "";
        var (name, uid) = (claims.TextAt(Claims, "serviceaccount", "name") ?? "", claims.TextAt(Claims, "serviceaccount", "uid") ?? "");
        if (!Exists("serviceaccounts", space, name, uid)) return null;
        if (claims.At(Claims, "pod") is { } pod && !Exists("pods", space, pod.TextAt("name") ?? "", pod.TextAt("uid") ?? "")) return null;
        return new UserInformation(UserInformation.AccountName(space, name), uid, [.. UserInformation.AccountGroups(space), "system:authenticated"], true);
    }

    bool Exists(string plural, string space, string name, string uid) =>
        state.Objects(state.Catalog.View.Require("", plural)).Find(space, name)?.Content.TextAt("metadata", "uid") == uid;
}
