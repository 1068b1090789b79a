namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>A custom resource without its status.</summary>
/// <param name="Version">Counts the edits that a restart must follow.</param>
/// <param name="IsInvalid">The spec cannot be read.</param>
/// <param name="Scale">The declared TaskManagers or parallelism.</param>
/// <param name="IsHeld">Somebody else's finalizer is there, as foreground deletion sets one: the resource stays, deleted, until that is removed.</param>
readonly record struct Resource(bool Exists, bool Deleting, bool Finalizer, Ask Ask, byte Version, byte Scale, bool IsInvalid = false, bool IsHeld = false)
{
    /// <summary>Without our finalizer; gone when it is being deleted and nobody else holds it.</summary>
    public Resource Released() => Deleting && !IsHeld ? default : this with { Finalizer = false };
}
