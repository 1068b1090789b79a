using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Tests.Loop;

public sealed class ReconcileLoopTests
{
    static readonly WorkKey Good = new(WorkKind.Cluster, "flink", "good");
    static readonly WorkKey Bad = new(WorkKind.Cluster, "flink", "bad");

    readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Error_in_one_key_delays_no_other_and_is_tried_again_later()
    {
        var queue = new WorkQueue(_clock);
        using var rounds = new Rounds();
        var loop = new ReconcileLoop(queue, [rounds], _clock, Logger.None);
        using var stop = new CancellationTokenSource();
        var running = loop.Run(stop.Token);
        queue.Add(Bad);
        Assert.Equal(Bad, rounds.Next());
        queue.Add(Good);
        Assert.Equal(Good, rounds.Next());
        await Eventually(() => loop.Errors == 1);
        // The error is counted a moment before its next try is scheduled: the clock goes on until that has come.
        await Eventually(() => { _clock.Advance(TimeSpan.FromSeconds(11)); return rounds.HasNext; });
        Assert.Equal(Bad, rounds.Next());
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Key_comes_back_at_the_time_that_its_round_asked_for()
    {
        var queue = new WorkQueue(_clock);
        using var rounds = new Rounds { Again = _clock.GetUtcNow().AddSeconds(5) };
        using var stop = new CancellationTokenSource();
        var running = new ReconcileLoop(queue, [rounds], _clock, Logger.None).Run(stop.Token);
        queue.Add(Good);
        Assert.Equal(Good, rounds.Next());
        await Eventually(() => { _clock.Advance(TimeSpan.FromSeconds(5)); return rounds.HasNext; });
        Assert.Equal(Good, rounds.Next());
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    static async Task Eventually(Func<bool> condition)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var count = 0; count < 3000; count++)
        {
            if (condition()) return;
            await pause.WaitForNextTickAsync();
        }
        Assert.Fail("The condition did not come true within 30 s");
    }

    sealed class Rounds : IReconciler, IDisposable
    {
        readonly BlockingCollection<WorkKey> _seen = [];

        public DateTimeOffset? Again { get; init; }

        public bool HasNext => _seen.Count > 0;

        public WorkKind Kind => WorkKind.Cluster;

        public WorkKey Next() => _seen.TryTake(out var key, TimeSpan.FromSeconds(30)) ? key : throw new TimeoutException("No round came");

        public Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation)
        {
            _seen.Add(key, CancellationToken.None);
            return key == Bad ? throw new InvalidOperationException("a mistake") : Task.FromResult(Again);
        }

        public void Dispose() => _seen.Dispose();
    }
}
