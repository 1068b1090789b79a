using LanguageExt;

namespace Toolbox.Core.Supervision;

/// <summary>An object of ours, and whether what it was made for still exists.</summary>
/// <param name="Owner">Unreachable while the caches cannot be trusted.</param>
public sealed record OrphanSnapshot(OwnedObject Object, Observation<Unit> Owner, DateTimeOffset Now);
