using System.Collections.Concurrent;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Resources;
using Toolbox.Operator.Supervisor;

namespace Toolbox.Operator.Monitoring;

/// <summary>A supervisor's view of its jobs: how long in which state, how old their savepoints are, how often they were started.</summary>
public sealed class JobMetrics : IDisposable
{
    readonly ProcessMetrics _metrics;
    readonly TimeProvider _clock;
    readonly IDisposable _refreshing;
    readonly ConcurrentDictionary<string, (SupervisorStatus State, DateTimeOffset Since)> _states = new();
    readonly LiveGauge _inState;
    readonly LiveGauge _savepointAge;
    readonly LiveGauge _attempts;
    readonly LiveGauge _health;

    public JobMetrics(ProcessMetrics metrics, SupervisorWorld world, TimeProvider clock)
    {
        (_metrics, _clock) = (metrics, clock);
        _inState = Gauge("flinkctl_job_state_seconds", "How long a job has been in its state.", "namespace", "flink_job", "state");
        _savepointAge = Gauge("flinkctl_job_savepoint_age_seconds", "Age of a job's newest savepoint.", "namespace", "flink_job");
        _attempts = Gauge("flinkctl_job_attempts", "How often a job was started, ever; it grows with each restart.", "namespace", "flink_job");
        _health = Gauge("flinkctl_cluster_healthy", "1 while the cluster's Flink answers, 0 when it has not for the cluster's taskTimeout.", "namespace", "flink_cluster");
        _refreshing = metrics.BeforeScrape(() => Refresh(world));
    }

    /// <summary>Takes a change of a job's resource: states that begin and savepoints that end.</summary>
    public void Heard(ResourceChange<FlinkResource> change)
    {
        switch (change)
        {
            case ResourceChange<FlinkResource>.Added added:
                var status = added.Value.JobStatus();
                _states[added.Value.Uid] = (status.SupervisorStatus, status.Timestamp.IfNone(_clock.GetUtcNow()));
                break;
            case ResourceChange<FlinkResource>.Updated updated:
                Heard(updated.New.Uid, updated.Old.JobStatus(), updated.New.JobStatus());
                break;
            case ResourceChange<FlinkResource>.Deleted deleted:
                _states.TryRemove(deleted.Last.Uid, out _);
                break;
        }
    }

    public void Dispose()
    {
        _refreshing.Dispose();
        foreach (var gauge in (LiveGauge[])[_inState, _savepointAge, _attempts, _health]) gauge.Clear();
    }

    void Heard(string uid, JobStatus before, JobStatus after)
    {
        if (before.SupervisorStatus != after.SupervisorStatus) _states[uid] = (after.SupervisorStatus, _clock.GetUtcNow());
        if (before.Savepoint.Case is SavepointRequest request && after.Savepoint.IsNone)
            _metrics.SavepointEnded(after.SavepointPath.Length > 0 && after.SavepointPath != before.SavepointPath, _clock.GetUtcNow() - request.Since);
    }

    void Refresh(SupervisorWorld world)
    {
        var (now, jobs) = (_clock.GetUtcNow(), world.JobsOfCluster().Select(job => (Resource: job, Status: job.JobStatus())).ToList());
        _inState.Set(jobs.Select(job => (new[] { job.Resource.Namespace, job.Resource.Name, job.Status.SupervisorStatus.ToString() }, Seconds(now, Since(job.Resource.Uid, now)))));
        _attempts.Set(jobs.Select(job => (Names(job.Resource), (double)job.Status.Attempt)));
        _savepointAge.Set(
            from job in jobs
            where job.Status.SavepointPath.Length > 0
            from time in job.Status.SavepointTimestamp.ToArray()
            select (Names(job.Resource), Seconds(now, time)));
        _health.Set(world.Cluster.ToArray().Select(cluster => (Names(cluster), cluster.ClusterStatus().ClusterHealth == "UNHEALTHY" ? 0.0 : 1.0)));
    }

    DateTimeOffset Since(string uid, DateTimeOffset now) => _states.TryGetValue(uid, out var state) ? state.Since : now;

    static double Seconds(DateTimeOffset now, DateTimeOffset then) => Math.Max(0, (now - then).TotalSeconds);

    static string[] Names(FlinkResource resource) => [resource.Namespace, resource.Name];

    LiveGauge Gauge(string name, string help, params string[] labels) => new(_metrics.Factory.CreateGauge(name, help, labels));
}
