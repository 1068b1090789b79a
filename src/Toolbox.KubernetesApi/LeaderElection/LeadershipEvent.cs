namespace Toolbox.KubernetesApi;

/// <summary>What happened in a leader election, seen from one contender.</summary>
public abstract record LeadershipEvent
{
    LeadershipEvent() { }

    public sealed record StartedLeading : LeadershipEvent;

    /// <summary>Told after the work has ended, with the reason why it had to.</summary>
    public sealed record StoppedLeading(string Reason) : LeadershipEvent;

    /// <summary>Somebody leads, perhaps we.</summary>
    public sealed record LeaderSeen(string Identity) : LeadershipEvent;

    /// <summary>The lease could not be read or written; the contender keeps trying.</summary>
    public sealed record Hindered(string Reason) : LeadershipEvent;
}
