namespace Toolbox.Core.Supervision;

/// <summary>An object with our labels.</summary>
/// <param name="OwnerUid">Uid of the FlinkCluster or FlinkJob that it was made for, as we noted it; empty when it is not certain that we made it.</param>
/// <param name="HasController">Another object answers for it, as a Deployment does for its pods: the garbage collector removes it.</param>
public sealed record OwnedObject(OwnedKind Kind, string Name, string Uid, string OwnerUid, bool HasController, bool IsDeleting);
