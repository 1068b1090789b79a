using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Keeps metadata.managedFields.</summary>
static class ManagedFieldTracking
{
    public static void Forget(JsonObject body) => body.Child("metadata").Remove("managedFields");

    public static void Record(ApiState state, ResourceType type, JsonObject? live, JsonObject next, string manager, string subresource)
    {
        _ = (state, type, live, next, manager, subresource);
    }
}
