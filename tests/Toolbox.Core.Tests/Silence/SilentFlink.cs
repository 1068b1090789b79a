using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Silence;

/// <summary>
/// A running cluster with one job in simulated time: decisions are taken when they asked for it and when the status of the other changed,
/// as the supervisor does. Pods are fine all the time; Flink's REST API can be cut off.
/// </summary>
sealed class SilentFlink
{
    ClusterSnapshot _cluster = Clusters.AStartedCluster().WithJob(SupervisorStatus.Started);

    JobSnapshot _job = Jobs.AStartedJob();

    DateTimeOffset _clusterWakes = Moment.Now;

    DateTimeOffset _jobWakes = Moment.Now;

    public DateTimeOffset Now { get; private set; } = Moment.Now;

    public bool Answers { get; set; } = true;

    public int ClusterWrites { get; set; }

    public int JobWrites { get; set; }

    public List<Command> Commands { get; } = [];

    public ClusterStatus Cluster => _cluster.Status;

    public JobStatus Job => _job.Status;

    /// <summary>Lets time pass until the given moment.</summary>
    public void RunUntil(DateTimeOffset end)
    {
        while (Min(_clusterWakes, _jobWakes) <= end)
        {
            Now = Max(Now, Min(_clusterWakes, _jobWakes));
            if (_clusterWakes <= Now) LookAtCluster();
            if (_jobWakes <= Now) LookAtJob();
        }
        Now = end;
    }

    void LookAtCluster()
    {
        var decision = ClusterDecide.Decide(_cluster with
        {
            Now = Now,
            Flink = Answers ? Clusters.AStartedCluster().Flink : new Observation<FlinkClusterObservation>.Unreachable("connection refused"),
        });
        Commands.AddRange(decision.Commands);
        _cluster = _cluster with { Status = decision.Status };
        _clusterWakes = Next(decision.WakeAt);
        if (!decision.StatusChanged) return;
        ClusterWrites++;
        (_clusterWakes, _jobWakes) = (Now, Now);
    }

    void LookAtJob()
    {
        var decision = JobDecide.Decide(_job.WithCluster(cluster => cluster with
        {
            SupervisorStatus = Cluster.SupervisorStatus, ResourceStatus = Cluster.ResourceStatus, ClusterHealth = Cluster.ClusterHealth, JobManager = Cluster.JobManager,
        }) with
        {
            Now = Now,
            Flink = Answers ? Jobs.AStartedJob().Flink : new Observation<FlinkJobObservation>.Unreachable("connection refused"),
        });
        Commands.AddRange(decision.Commands);
        _job = _job with { Status = decision.Status };
        _jobWakes = Next(decision.WakeAt);
        if (!decision.StatusChanged) return;
        JobWrites++;
        (_clusterWakes, _jobWakes) = (Now, Now);
    }

    // The supervisor comes back to everything once a minute at the latest.
    DateTimeOffset Next(Option<DateTimeOffset> wakeAt) => Max(wakeAt.IfNone(Now + TimeSpan.FromMinutes(1)), Now + TimeSpan.FromMilliseconds(1));

    static DateTimeOffset Min(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
