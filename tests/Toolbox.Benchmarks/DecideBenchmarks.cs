using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Toolbox.Core;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Benchmarks;

/// <summary>What a decision costs: at rest, where the last row decides, and where a state begins to change.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class DecideBenchmarks
{
    readonly ClusterSnapshot _clusterAtRest = AtRest(Clusters.AStartedCluster());

    readonly ClusterSnapshot _editedCluster = Clusters.AStartedCluster().WithChangedRuntime();

    readonly JobSnapshot _jobAtRest = AtRest(Jobs.AStartedJob());

    readonly JobSnapshot _editedJob = Jobs.AStartedJob().WithChangedBootstrap();

    readonly JobSnapshot _jobToStop = Jobs.AStoppingJob(StopIntent.Restart);

    [Benchmark]
    public Decision<ClusterStatus> ClusterAtRest() => ClusterDecide.Decide(_clusterAtRest);

    [Benchmark]
    public Decision<ClusterStatus> ClusterWithAnEdit() => ClusterDecide.Decide(_editedCluster);

    [Benchmark]
    public Decision<JobStatus> JobAtRest() => JobDecide.Decide(_jobAtRest);

    [Benchmark]
    public Decision<JobStatus> JobWithAnEdit() => JobDecide.Decide(_editedJob);

    [Benchmark]
    public Decision<JobStatus> JobThatStopsWithASavepoint() => JobDecide.Decide(_jobToStop);

    static ClusterSnapshot AtRest(ClusterSnapshot snapshot) => snapshot.WithStatus(ClusterDecide.Decide(snapshot).Status);

    static JobSnapshot AtRest(JobSnapshot snapshot) => snapshot.WithStatus(JobDecide.Decide(snapshot).Status);

    // Runs in this very process, so that nothing has to be restored or built for it.
    sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
