using LanguageExt;

namespace Toolbox.Core.Supervision;

/// <summary>The named truths that the orphan rules read.</summary>
public sealed record OrphanFacts
{
    public required bool IsMadeByUs { get; init; }
    public required bool HasController { get; init; }
    public required bool IsDeleting { get; init; }
    public required bool OwnerIsGone { get; init; }
    public required bool OwnerIsUnknown { get; init; }

    public static OrphanFacts From(OrphanSnapshot snapshot) => new()
    {
        IsMadeByUs = snapshot.Object.OwnerUid.Length > 0,
        HasController = snapshot.Object.HasController,
        IsDeleting = snapshot.Object.IsDeleting,
        OwnerIsGone = snapshot.Owner is Observation<Unit>.Absent,
        OwnerIsUnknown = snapshot.Owner is Observation<Unit>.Unreachable,
    };
}
