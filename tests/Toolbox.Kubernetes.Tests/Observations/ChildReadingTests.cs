using k8s.Models;
using Toolbox.Core.Digests;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Tests.Statuses;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Tests.Observations;

public sealed class ChildReadingTests
{
    [Fact]
    public void Child_is_ready_only_for_its_current_generation()
    {
        Assert.True(ChildReading.ObserveCluster(Cluster(generation: 2)).IsReady);
        Assert.False(ChildReading.ObserveCluster(Cluster(generation: 3)).IsReady);
    }

    [Fact]
    public void Child_tells_its_owner_its_digest_and_its_trouble()
    {
        var cluster = Cluster(2);
        var child = ChildReading.ObserveCluster(cluster);
        Assert.Equal(("cluster-1", "fd-uid", ResourceStatus.Updated, "image is missing"), (child.Name, child.OwnerUid, child.ResourceStatus, child.Trouble));
        Assert.Equal(SpecDigest.Whole(StoredStatus.Parse("""{"a":1}""")), child.SpecDigest);
        cluster.Metadata.OwnerReferences = [new V1OwnerReference { Kind = "Application", ApiVersion = "example.com/v1", Uid = "other" }];
        Assert.Equal("", ChildReading.ObserveCluster(cluster).OwnerUid);
    }

    [Fact]
    public void Child_without_status_is_neither_ready_nor_in_trouble()
    {
        var child = ChildReading.ObserveJob(new FlinkResource { Metadata = new V1ObjectMeta { Name = "cluster-1-job-1" } });
        Assert.Equal((false, "", ResourceStatus.Unknown, false), (child.IsReady, child.Trouble, child.ResourceStatus, child.IsDeleting));
    }

    [Fact]
    public void Supervisor_is_observed_with_the_digest_that_it_was_rendered_from()
    {
        var deployment = Supervisor("supervisor");
        Assert.Equal(new SupervisorObservation(Presence.Present, "digest", 2, 1), SupervisorReading.Observe(deployment));
        deployment.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        Assert.Equal(Presence.Terminating, SupervisorReading.Observe(deployment).Presence);
    }

    [Fact]
    public void Supervisor_of_the_first_toolbox_differs_from_every_spec() =>
        Assert.Equal("", SupervisorReading.Observe(Supervisor("bootstrap")).Digest);

    static FlinkResource Cluster(long generation) => new()
    {
        Kind = "FlinkCluster",
        Metadata = new V1ObjectMeta
        {
            Name = "cluster-1", Uid = "fc-uid", Generation = generation,
            OwnerReferences = [new V1OwnerReference { Kind = "FlinkDeployment", ApiVersion = "nextbreakpoint.com/v1", Name = "cluster-1", Uid = "fd-uid" }],
        },
        Spec = StoredStatus.Parse("""{"a":1,"taskManagers":4}"""),
        Status = StoredStatus.Parse("""
            {"resourceStatus":"Updated","conditions":[{"type":"Ready","status":"True","observedGeneration":2},
             {"type":"Stalled","status":"True","message":"image is missing","observedGeneration":2}]}
            """),
    };

    static V1Deployment Supervisor(string container) => new()
    {
        Metadata = new V1ObjectMeta { Annotations = new Dictionary<string, string> { [ObjectAnnotations.DeploymentDigest] = "digest" } },
        Spec = new V1DeploymentSpec
        {
            Replicas = 2,
            Template = new V1PodTemplateSpec { Spec = new V1PodSpec { Containers = [new V1Container { Name = container }] } },
        },
        Status = new V1DeploymentStatus { AvailableReplicas = 1 },
    };
}
