using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>Owner references.</summary>
static class Owners
{
    /// <summary>The reference of the controller that manages this object, if any.</summary>
    public static JsonObject? Controller(JsonObject item) =>
        item.ObjectsAt("metadata", "ownerReferences").FirstOrDefault(owner => owner.FlagAt("controller") == true);

    public static bool IsControlledBy(JsonObject item, JsonObject owner) =>
        Controller(item).TextAt("uid") is { } uid && uid == ObjectMetadata.Uid(owner);

    /// <summary>The key of the controller, when it is of this kind.</summary>
    public static IEnumerable<ObjectKey> ControllerKey(JsonObject item, ResourceType<JsonObject> type) =>
        Controller(item) is { } owner && owner.TextAt("kind") == type.Kind && owner.TextAt("apiVersion") == type.ApiVersion
            ? [new ObjectKey(ObjectMetadata.Key(item).Namespace, owner.TextAt("name") ?? "")]
            : [];

    /// <summary>What a controller writes into the objects that it creates.</summary>
    public static JsonObject Reference(JsonObject owner) => new()
    {
        ["apiVersion"] = owner.TextAt("apiVersion"),
        ["kind"] = owner.TextAt("kind"),
        ["name"] = owner.TextAt("metadata", "name"),
        ["uid"] = owner.TextAt("metadata", "uid"),
        ["controller"] = true,
        ["blockOwnerDeletion"] = true,
    };
}
