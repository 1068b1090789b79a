using k8s.Models;

namespace Toolbox.KubernetesApi;

/// <summary>
/// The lease as a lock. As in client-go, times written by others are never compared with our clock: a lease has expired when we have
/// not seen it change for as long as it says.
/// </summary>
sealed class LeaseLock(KubernetesApiClient client, LeaderElectionOptions options)
{
    V1Lease? _seen;
    long _seenAt;

    public async Task<LeaseAttempt> AcquireOrRenew(CancellationToken cancellation)
    {
        // While we hold it, nobody else has reason to write it: no read needed.
        if (_seen?.Spec?.HolderIdentity == options.Identity) return await Write(_seen, cancellation);
        var answer = await client.Get(ResourceTypes.Leases, options.Namespace, options.LeaseName, cancellation);
        if (answer is Answer<V1Lease>.NotFound) return await Create(cancellation);
        if (!answer.IsOk(out var lease)) return new LeaseAttempt.Hindered(answer.Describe());
        See(lease);
        var holder = lease.Spec?.HolderIdentity;
        if (string.IsNullOrEmpty(holder) || holder == options.Identity) return await Write(lease, cancellation);
        var expires = Duration(lease) - options.Time.GetElapsedTime(_seenAt);
        return expires > TimeSpan.Zero ? new LeaseAttempt.HeldByOther(holder, expires) : await Write(lease, cancellation);
    }

    /// <summary>
    /// Gives the lease up, if it is ours: it is deleted, so that nothing is left of a process that does not come back. Who may not
    /// delete it empties it.
    /// </summary>
    public async Task Release(CancellationToken cancellation)
    {
        if (_seen is not { Spec: { } spec } seen || spec.HolderIdentity != options.Identity) return;
        var ours = new DeleteOptions { Uid = seen.Metadata.Uid, ResourceVersion = seen.Metadata.ResourceVersion };
        if (await client.Delete(ResourceTypes.Leases, options.Namespace, options.LeaseName, ours, cancellation) is Answer<Deletion>.Forbidden)
            await Empty(seen, spec, cancellation);
        _seen = null;
    }

    async Task Empty(V1Lease seen, V1LeaseSpec spec, CancellationToken cancellation)
    {
        var released = seen with { Spec = spec with { HolderIdentity = null, LeaseDurationSeconds = 1, RenewTime = Now } };
        await client.Replace(ResourceTypes.Leases, options.Namespace, released, cancellation: cancellation);
    }

    async Task<LeaseAttempt> Create(CancellationToken cancellation)
    {
        var lease = new V1Lease
        {
            Metadata = new V1ObjectMeta { Name = options.LeaseName, NamespaceProperty = options.Namespace },
            Spec = Ours(null),
        };
        return Result(await client.Create(ResourceTypes.Leases, options.Namespace, lease, cancellation: cancellation));
    }

    async Task<LeaseAttempt> Write(V1Lease lease, CancellationToken cancellation) =>
        Result(await client.Replace(ResourceTypes.Leases, options.Namespace, lease with { Spec = Ours(lease.Spec) }, cancellation: cancellation));

    LeaseAttempt Result(Answer<V1Lease> answer)
    {
        if (answer.IsOk(out var lease))
        {
            See(lease);
            return new LeaseAttempt.Held();
        }
        // A write without an answer may have been carried out, so the version that we know may be old.
        var wasOutrun = answer is Answer<V1Lease>.Conflict or Answer<V1Lease>.AlreadyExists or Answer<V1Lease>.NotFound;
        if (wasOutrun || answer is Answer<V1Lease>.Unreachable) _seen = _seen is null ? null : _seen with { Spec = null };
        return wasOutrun ? new LeaseAttempt.Outrun() : new LeaseAttempt.Hindered(answer.Describe());
    }

    V1LeaseSpec Ours(V1LeaseSpec? before)
    {
        var renewed = before?.HolderIdentity == options.Identity;
        return new V1LeaseSpec
        {
            HolderIdentity = options.Identity,
            LeaseDurationSeconds = (int)Math.Ceiling(options.LeaseDuration.TotalSeconds),
            AcquireTime = renewed ? before!.AcquireTime : Now,
            RenewTime = Now,
            LeaseTransitions = before is null ? 0 : (before.LeaseTransitions ?? 0) + (renewed ? 0 : 1),
        };
    }

    void See(V1Lease lease)
    {
        var changed = _seen?.Metadata.ResourceVersion != lease.Metadata.ResourceVersion;
        _seen = lease;
        if (changed) _seenAt = options.Time.GetTimestamp();
    }

    DateTime Now => options.Time.GetUtcNow().UtcDateTime;

    static TimeSpan Duration(V1Lease lease) => TimeSpan.FromSeconds(lease.Spec?.LeaseDurationSeconds ?? 0);
}
