using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>One entry of <c>ownerReferences</c>.</summary>
/// <param name="Blocks">A foreground deletion of the owner waits for this dependent.</param>
sealed record OwnerReference(string ApiVersion, string Kind, string Name, string Uid, bool Blocks)
{
    public string Group => ApiVersion.Contains('/') ? ApiVersion[..ApiVersion.IndexOf('/')] : "";

    public static OwnerReference Of(JsonObject reference) => new(
        reference.TextAt("apiVersion") ?? "",
        reference.TextAt("kind") ?? "",
        reference.TextAt("name") ?? "",
        reference.TextAt("uid") ?? "",
        reference.FlagAt("blockOwnerDeletion") == true);
}
