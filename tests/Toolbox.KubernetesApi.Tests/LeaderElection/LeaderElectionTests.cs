using System.Collections.Concurrent;
using k8s.Models;
using Microsoft.Extensions.Time.Testing;

namespace Toolbox.KubernetesApi.Tests.LeaderElection;

/// <summary>Contenders on the sandbox's API server, or on the cluster that TOOLBOX_KUBECONFIG names; their clock is driven by the test.</summary>
public sealed class LeaderElectionTests(TestCluster cluster) : IClassFixture<TestCluster>
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    readonly string _lease = $"lease-{Guid.NewGuid():n}";

    sealed class Contender : IAsyncDisposable
    {
        readonly CancellationTokenSource _stop = new();
        readonly TaskCompletionSource _end = new();
        readonly Task _running;

        public Contender(KubernetesApiClient client, LeaderElectionOptions options)
        {
            Election = new KubernetesApi.LeaderElection(client, options, Events.Enqueue);
            _running = Election.Run(async leading => await _end.Task.WaitAsync(leading), _stop.Token);
        }

        public KubernetesApi.LeaderElection Election { get; }

        public ConcurrentQueue<LeadershipEvent> Events { get; } = new();

        public bool Leads => Election.IsLeading;

        public void EndWork() => _end.TrySetResult();

        public Task Ended => _running;

        public async Task Stop()
        {
            await _stop.CancelAsync();
            await _running.WaitAsync(Limit);
        }

        public async ValueTask DisposeAsync() => await Stop();
    }

    Contender Contend(string identity, KubernetesApiClient? client = null) => new(client ?? cluster.Client, new LeaderElectionOptions
    {
        Namespace = "default",
        LeaseName = _lease,
        Identity = identity,
        Time = _time,
    });

    async Task<V1LeaseSpec> Lease()
    {
        var answer = await Read();
        Assert.True(answer.IsOk(out var lease), answer.Describe());
        return lease!.Spec;
    }

    Task<Answer<V1Lease>> Read() => cluster.Client.Get(ResourceTypes.Leases, "default", _lease);

    /// <summary>Lets the driven clock run, but never faster than the server answers: else time would be over before anybody could act.</summary>
    async Task Passes(Func<bool> condition)
    {
        for (var look = 0; !condition(); look++)
        {
            Assert.True(look < 2000, "40 seconds of the driven clock were not enough");
            _time.Advance(TimeSpan.FromMilliseconds(20));
            await Read();
        }
    }

    [Fact]
    public async Task The_first_leads_and_says_so_in_the_lease()
    {
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Leads);
        var lease = await Lease();
        Assert.Equal(("one", 10, 0), (lease.HolderIdentity, lease.LeaseDurationSeconds, lease.LeaseTransitions));
        Assert.Equal([new LeadershipEvent.LeaderSeen("one"), new LeadershipEvent.StartedLeading()], one.Events);
    }

    [Fact]
    public async Task A_lease_that_is_given_up_is_taken_over_at_once()
    {
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Leads);
        await using var two = Contend("two");
        await Eventually.Holds(() => two.Events.Contains(new LeadershipEvent.LeaderSeen("one")));
        Assert.False(two.Leads);
        await one.Stop();
        Assert.Equal(new LeadershipEvent.StoppedLeading("asked to stop"), one.Events.Last());
        // The clock has not moved: no period has to pass.
        await Eventually.Holds(() => two.Leads);
        Assert.Equal(("two", 0), ((await Lease()).HolderIdentity, (await Lease()).LeaseTransitions));
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_work_goes_on()
    {
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Leads);
        var (acquired, renewed) = ((await Lease()).AcquireTime, (await Lease()).RenewTime);
        for (var renewals = 0; renewals < 3; renewals++)
        {
            var before = renewed;
            for (var look = 0; renewed == before; look++)
            {
                Assert.True(look < 1000, "the lease was not renewed");
                _time.Advance(TimeSpan.FromMilliseconds(20));
                renewed = (await Lease()).RenewTime;
            }
        }
        Assert.True(one.Leads);
        Assert.Equal(acquired, (await Lease()).AcquireTime);
    }

    [Fact]
    public async Task A_leader_that_died_is_followed_after_the_lease_has_expired()
    {
        await cluster.Client.Create(ResourceTypes.Leases, "default", new V1Lease
        {
            Metadata = new V1ObjectMeta { Name = _lease },
            Spec = new V1LeaseSpec { HolderIdentity = "dead", LeaseDurationSeconds = 10, LeaseTransitions = 4, RenewTime = DateTime.UtcNow },
        });
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Events.Contains(new LeadershipEvent.LeaderSeen("dead")));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(one.Leads);
        await Passes(() => one.Leads);
        Assert.Equal(5, (await Lease()).LeaseTransitions);
    }

    [Fact]
    public async Task Whoever_cannot_renew_stops_before_the_lease_expires()
    {
        using var cut = cluster.Connect();
        await using var one = Contend("one", cut);
        await Eventually.Holds(() => one.Leads);
        var start = _time.GetUtcNow();
        cut.Dispose();
        await Passes(() => !one.Leads);
        Assert.InRange((_time.GetUtcNow() - start).TotalSeconds, 5, 10);
        var stopped = one.Events.OfType<LeadershipEvent.StoppedLeading>().Single();
        Assert.StartsWith("the lease could not be renewed within 8 s: ", stopped.Reason, StringComparison.Ordinal);
        Assert.Equal("one", (await Lease()).HolderIdentity);
    }

    [Fact]
    public async Task A_lease_that_somebody_else_took_ends_leading()
    {
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Leads);
        var lease = (await cluster.Client.Get(ResourceTypes.Leases, "default", _lease)).IsOk(out var read) ? read : null;
        lease!.Spec.HolderIdentity = "thief";
        await cluster.Client.Replace(ResourceTypes.Leases, "default", lease);
        await Passes(() => one.Events.Contains(new LeadershipEvent.StoppedLeading("thief holds the lease")));
    }

    [Fact]
    public async Task Work_that_ends_gives_the_lease_up()
    {
        await using var one = Contend("one");
        await Eventually.Holds(() => one.Leads);
        one.EndWork();
        await one.Ended.WaitAsync(Limit);
        Assert.IsType<Answer<V1Lease>.NotFound>(await Read());
        Assert.Equal(new LeadershipEvent.StoppedLeading("the work has ended"), one.Events.Last());
    }

    [Fact]
    public async Task Work_that_fails_gives_the_lease_up_and_tells_the_caller()
    {
        var election = new KubernetesApi.LeaderElection(
            cluster.Client, new LeaderElectionOptions { Namespace = "default", LeaseName = _lease, Identity = "one", Time = _time });
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            election.Run(_ => throw new InvalidOperationException("broken work"), CancellationToken.None).WaitAsync(Limit));
        Assert.Equal("broken work", failure.Message);
        Assert.IsType<Answer<V1Lease>.NotFound>(await Read());
    }

    [Fact]
    public async Task Of_many_only_one_leads_at_a_time()
    {
        var contenders = Enumerable.Range(0, 4).Select(index => Contend($"c{index}")).ToList();
        for (var left = contenders.Count; left > 0; left--)
        {
            await Eventually.Holds(() => contenders.Any(contender => contender.Leads));
            var leader = Assert.Single(contenders, contender => contender.Leads);
            contenders.Remove(leader);
            await leader.Stop();
        }
    }

    [Theory]
    [InlineData(10, 8, 9)]
    [InlineData(10, 10, 5)]
    [InlineData(10, 8, 0)]
    public void Times_that_do_not_fit_are_refused(int lease, int renew, int retry) => Assert.Throws<ArgumentException>(() => new KubernetesApi.LeaderElection(
        cluster.Client, new LeaderElectionOptions
        {
            Namespace = "default", LeaseName = "x", Identity = "y", LeaseDuration = TimeSpan.FromSeconds(lease),
            RenewDeadline = TimeSpan.FromSeconds(renew), RetryPeriod = TimeSpan.FromSeconds(retry),
        }));

    [Fact]
    public void A_contender_needs_a_name() => Assert.Throws<ArgumentException>(() => new KubernetesApi.LeaderElection(
        cluster.Client, new LeaderElectionOptions { Namespace = "default", LeaseName = "x", Identity = "" }));
}
