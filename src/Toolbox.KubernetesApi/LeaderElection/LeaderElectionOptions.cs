namespace Toolbox.KubernetesApi;

/// <summary>Which lease is contended for, by whom, and with which patience.</summary>
public sealed record LeaderElectionOptions
{
    public required string Namespace { get; init; }

    public required string LeaseName { get; init; }

    /// <summary>Who we are; must differ between all processes that contend, for example the pod's name.</summary>
    public required string Identity { get; init; }

    /// <summary>How long others wait for a leader that is no longer heard of.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without a renewal we stop leading; shorter than the lease, so that nobody leads beside us.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How often the lease is renewed, or looked at while somebody else holds it.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(5);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (string.IsNullOrEmpty(Namespace) || string.IsNullOrEmpty(LeaseName) || string.IsNullOrEmpty(Identity))
            throw new ArgumentException("a leader election needs a namespace, a lease name and an identity");
        if (!(RetryPeriod > TimeSpan.Zero && RetryPeriod < RenewDeadline && RenewDeadline < LeaseDuration))
            throw new ArgumentException(
                $"needed is retry period < renew deadline < lease duration; given are {RetryPeriod}, {RenewDeadline} and {LeaseDuration}");
        if (LeaseDuration < TimeSpan.FromSeconds(1)) throw new ArgumentException("Kubernetes counts lease durations in whole seconds, at least one");
    }
}
