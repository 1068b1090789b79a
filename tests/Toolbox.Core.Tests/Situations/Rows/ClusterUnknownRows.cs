using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Clusters;

namespace Toolbox.Core.Tests.Situations.Rows;

public class ClusterUnknownRows
{
    [Fact, Row("6.3 Unknown 1")]
    public void A_cluster_that_is_deleted_before_anything_was_done_is_terminated() =>
        Assert.Equal(ResourceStatus.Updated, AnUntouchedCluster().Deleted().Decides("TerminateUntouched", SupervisorStatus.Terminated).ResourceStatus);

    [Fact, Row("6.3 Unknown 2")]
    public void The_finalizer_is_added_first() => AnUntouchedCluster().Decides("AddFinalizer", SupervisorStatus.Unknown, "AddFinalizer");

    [Fact, Row("6.3 Unknown 3", Changed = "A deletion is seen here as well: what may run is taken down instead of started.")]
    public void With_its_finalizer_a_cluster_is_initialised()
    {
        var status = ANewCluster().Decides("Initialise", SupervisorStatus.Starting);
        Assert.Equal((ResourceStatus.Updating, 2, 2), (status.ResourceStatus, status.TaskManagers, status.TaskSlots));
        Assert.Equal((Digest, Labels.Selector(Name), Core.Cluster.ServiceMode.ClusterIP), (status.Digest, status.LabelSelector, status.ServiceMode));
        ANewCluster().Deleted().Decides("StopForgotten", SupervisorStatus.Stopping);
    }
}
