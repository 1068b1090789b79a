using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>One change as it is kept.</summary>
/// <param name="Content">The object; null when it was removed.</param>
sealed record JournalEntry(long Version, string Collection, bool Custom, string Key, JsonObject? Content);
