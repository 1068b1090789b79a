namespace Toolbox.Flink;

/// <summary>Who owns a savepoint or retained checkpoint once a job was started from it.</summary>
public enum ClaimMode
{
    /// <summary>It stays the user's.</summary>
    NoClaim,

    /// <summary>It becomes Flink's, which may delete it.</summary>
    Claim,
}
