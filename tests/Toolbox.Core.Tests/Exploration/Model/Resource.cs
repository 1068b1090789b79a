namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>A custom resource without its status.</summary>
/// <param name="Version">Counts the edits that a restart must follow.</param>
/// <param name="IsInvalid">The spec cannot be read.</param>
/// <param name="Scale">The declared TaskManagers or parallelism.</param>
readonly record struct Resource(bool Exists, bool Deleting, bool Finalizer, Ask Ask, byte Version, byte Scale, bool IsInvalid = false);
