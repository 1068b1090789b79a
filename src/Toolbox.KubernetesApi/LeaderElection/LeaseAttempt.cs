namespace Toolbox.KubernetesApi;

/// <summary>What came of one attempt to get or keep the lease.</summary>
abstract record LeaseAttempt
{
    LeaseAttempt() { }

    public sealed record Held : LeaseAttempt;

    /// <summary>Somebody else has it, and it may be taken over after this time at the earliest.</summary>
    public sealed record HeldByOther(string Identity, TimeSpan Expires) : LeaseAttempt;

    /// <summary>Somebody else was faster: look again at once.</summary>
    public sealed record Outrun : LeaseAttempt;

    public sealed record Hindered(string Reason) : LeaseAttempt;
}
