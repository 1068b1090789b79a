using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Admission that looks at other objects than the one to be created.</summary>
static class KindAdmission
{
    /// <summary>
    /// A pod's service account must exist. The account named default may be missing: it is made by a controller, and this server is also used
    /// without controllers.
    /// </summary>
    public static void Check(ApiState state, ResourceType type, JsonObject body)
    {
        if (type.GroupResource != "pods" || body.TextAt("spec", "serviceAccountName") is not { } account || account == "default") return;
        var @namespace = body.TextAt("metadata", "namespace") ?? "";
        if (state.Objects(state.Catalog.View.Require("", "serviceaccounts")).Find(@namespace, account) is not null) return;
        throw Refuse.Forbidden("", "pods", body.TextAt("metadata", "name") ?? "",
            $"error looking up service account {@namespace}/{account}: serviceaccount \"{account}\" not found");
    }
}
