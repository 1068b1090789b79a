namespace Toolbox.Sandbox.Controllers.GarbageCollection;

/// <summary>What became of an owner.</summary>
enum OwnerState
{
    Present,
    Absent,

    /// <summary>There is an object of this uid, but in another namespace, which counts as absent.</summary>
    ElsewhereOnly,

    /// <summary>It is being deleted in the foreground and waits for its dependents.</summary>
    DeletesDependents,

    /// <summary>Its kind is not known to the server, so nothing is decided.</summary>
    Unknown,
}
