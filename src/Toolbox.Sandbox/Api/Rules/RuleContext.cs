using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>What rules may look at beyond the object itself.</summary>
/// <param name="Objects">All objects of the same resource.</param>
/// <param name="Now">The time of the write as RFC 3339 text.</param>
sealed record RuleContext(ResourceType Type, IEnumerable<StoredObject> Objects, string Now)
{
    /// <summary>Whether the write comes from a patch, where null has removed members already.</summary>
    public bool IsPatch { get; init; }

    public IEnumerable<JsonObject> Contents => Objects.Select(item => item.Content);
}
