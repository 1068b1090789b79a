using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Supervision;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Deployments;
using static Toolbox.Core.Tests.Fixtures.Supervisions;

namespace Toolbox.Core.Tests.Weaknesses;

/// <summary>What was wrong with deployments and supervisors in the older toolbox, and is not with ours.</summary>
public class DeploymentWeaknessTests
{
    [Fact]
    public void An_edit_of_cluster_and_job_at_once_reaches_both() =>
        Assert.Equal("ApplyCluster, ApplyJob", Commands(Edited()));

    [Fact]
    public void An_edit_of_a_job_together_with_another_job_reaches_both()
    {
        var edited = Edited().WithSpec(spec => spec with { Jobs = spec.Jobs.Add(spec.Jobs[0] with { Name = "other", SpecDigest = "other-1" }) });
        Assert.Equal("ApplyCluster, ApplyJob, ApplyJob", Commands(edited));
    }

    // The status remembers what was to be applied; that it was is seen on the children only.
    [Fact]
    public void What_could_not_be_applied_is_applied_again()
    {
        var tried = Edited() with { Status = DeploymentDecide.Decide(Edited()).Status };
        Assert.Equal("ApplyCluster, ApplyJob", Commands(tried));
        var clusterOnly = tried.WithCluster(child => child with { SpecDigest = "cluster-spec-2" });
        Assert.Equal("ApplyJob", Commands(clusterOnly));
        Assert.Equal("", Commands(clusterOnly.WithJobs(child => child with { SpecDigest = "job-spec-2" })));
    }

    [Fact]
    public void A_child_whose_creation_failed_is_not_taken_for_created()
    {
        var tried = ANewDeployment().WithoutChildren() with { LastFailure = "the API server refused it" };
        var decision = DeploymentDecide.Decide(tried);
        Assert.Equal((Verdict.Stalled, "ApplyCluster, ApplyJob"), (decision.Verdict, Commands(tried with { Status = decision.Status })));
    }

    [Fact]
    public void A_changed_supervisor_is_updated_in_place_and_never_deleted_first()
    {
        var changed = ASupervision() with { Spec = Clusters.Spec with { Digest = Clusters.Digest with { Supervisor = "supervisor-2" } } };
        Assert.Equal("ApplySupervisor", string.Join(", ", SupervisionDecide.Decide(changed).Commands.Map(command => command.GetType().Name)));
    }

    [Fact]
    public void A_deleted_cluster_whose_supervisor_is_scaled_to_zero_gets_one_that_takes_it_down()
    {
        var zero = ASupervision().WithReplicas(0).Deleted() with { Supervisor = new SupervisorObservation(Resources.Presence.Present, Clusters.Digest.Supervisor, 0, 0) };
        Assert.Equal(1, SupervisionDecide.Decide(zero).Commands.Map(command => ((Command.Kubernetes.ApplySupervisor)command).Replicas).Head);
    }

    static DeploymentSnapshot Edited() => ARunningDeployment().WithSpec(spec => spec with
    {
        ClusterSpecDigest = "cluster-spec-2",
        Jobs = spec.Jobs.Map(job => job with { SpecDigest = "job-spec-2" }).Strict(),
    });

    static string Commands(DeploymentSnapshot snapshot) =>
        string.Join(", ", DeploymentDecide.Decide(snapshot).Commands.Map(command => command.GetType().Name).Order());
}
