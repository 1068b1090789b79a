using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>
/// Every decision is taken at the same moment; what changes is how old the times in a state are. A time is fresh (after it no delay has
/// elapsed) or old (every delay has); only where two times are compared with each other their order is kept. Conditions are dropped:
/// they follow from the decision.
/// </summary>
static class CanonicalTime
{
    static readonly DateTimeOffset Fresh = Moment.Now - TimeSpan.FromMilliseconds(1);

    static readonly DateTimeOffset Old = Moment.Now - TimeSpan.FromHours(2);

    static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <summary>So old that a periodic savepoint is due, which no other delay makes it.</summary>
    public static readonly DateTimeOffset LongAgo = Moment.Now - TimeSpan.FromHours(12);

    /// <summary>The interval of periodic savepoints.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(10);

    public static Node Of(ClusterStatus cluster, JobStatus job, World world, bool elapsed = false)
    {
        var order = Ordered(job, world);
        return new Node(Of(cluster, elapsed), Of(job, order, elapsed), world with
        {
            Listed = Move(world.Listed, order),
            Checkpoint = Move(world.Checkpoint, order),
        });
    }

    static ClusterStatus Of(ClusterStatus status, bool elapsed) => status with
    {
        Timestamp = Moment.Now,
        RescaleTimestamp = Age(status.RescaleTimestamp, elapsed),
        UnreachableSince = Age(status.UnreachableSince, elapsed),
        Conditions = Empty,
        Decision = status.Decision.Map(last => last with { Since = Moment.Now }),
        Request = status.Request.Map(request => request with { Since = Moment.Now }),
    };

    static JobStatus Of(JobStatus status, List<DateTimeOffset> order, bool elapsed) => status with
    {
        Timestamp = Moment.Now,
        SavepointTimestamp = None,
        SavepointRequestTimestamp = status.SavepointRequestTimestamp.Map(time => Moment.Now - time > Period ? LongAgo : Age(time, elapsed)),
        Savepoint = status.Savepoint.Map(request => request with { Since = Move(request.Since, order) }),
        Submission = status.Submission.Map(last => last with { Since = Age(last.Since, elapsed) }),
        RestorePoints = status.RestorePoints.Map(point => point with { Time = Move(point.Time, order) }).Strict(),
        UnreachableSince = Age(status.UnreachableSince, elapsed),
        Conditions = Empty,
        Decision = status.Decision.Map(last => last with { Since = Moment.Now }),
        Request = status.Request.Map(request => request with { Since = Moment.Now }),
        Failures = Math.Min(status.Failures, 3),
        MissingSince = Age(status.MissingSince, elapsed),
        EndedAt = Age(status.EndedAt, elapsed),
        FailedRuns = Math.Min(status.FailedRuns, 2),
        RunningSince = Age(status.RunningSince, elapsed),
    };

    // Newest first.
    static List<DateTimeOffset> Ordered(JobStatus job, World world)
    {
        var times = job.RestorePoints.Map(point => point.Time).ToList();
        times.AddRange(job.Savepoint.Map(request => request.Since));
        if (world.Listed.Attempt > 0) times.Add(world.Listed.Time);
        if (world.Checkpoint.Attempt > 0) times.Add(world.Checkpoint.Time);
        return [.. times.Distinct().OrderDescending()];
    }

    static Taken Move(Taken taken, List<DateTimeOffset> order) => taken.Attempt == 0 ? default : taken with { Time = Move(taken.Time, order) };

    static DateTimeOffset Move(DateTimeOffset time, List<DateTimeOffset> order)
    {
        for (var rank = 0; rank < order.Count; rank++)
            if (order[rank] == time) return Moment.Now - TimeSpan.FromMilliseconds(rank + 1);
        throw new InvalidOperationException("A time of the state is not in its order");
    }

    static Option<DateTimeOffset> Age(Option<DateTimeOffset> time, bool elapsed) => time.Map(value => Age(value, elapsed));

    static DateTimeOffset Age(DateTimeOffset time, bool elapsed) => elapsed || Moment.Now - time > Limit ? Old : Fresh;
}
