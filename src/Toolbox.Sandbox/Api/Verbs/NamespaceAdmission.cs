using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Nothing is created in a namespace that is missing or going.</summary>
static class NamespaceAdmission
{
    public static void Check(ApiState state, ResourceType type, string @namespace, string name)
    {
        if (type.Custom?.IsTerminating == true)
            throw Refuse.Forbidden(type.Group, type.Plural, name, "create not allowed while custom resource definition is terminating");
        if (!type.Namespaced) return;
        var namespaces = state.Catalog.View.Require("", "namespaces");
        var owner = state.Objects(namespaces).Find("", @namespace) ?? throw Refuse.NotFound(namespaces, @namespace);
        if (owner.Content.At("metadata", "deletionTimestamp") is null) return;
        throw Refuse.Forbidden(type.Group, type.Plural, name, $"unable to create new content in namespace {@namespace} because it is being terminated", new JsonArray(new JsonObject
        {
            ["reason"] = "NamespaceTerminating",
            ["message"] = $"namespace {@namespace} is being terminated",
            ["field"] = "metadata.namespace",
        }));
    }
}
