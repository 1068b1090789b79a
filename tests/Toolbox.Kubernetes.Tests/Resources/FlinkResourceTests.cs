using System.Text.Json;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Kubernetes.Tests.Resources;

public sealed class FlinkResourceTests
{
    const string Json =
        """
        {"apiVersion":"nextbreakpoint.com/v1","kind":"FlinkJob","metadata":{"name":"cluster-1-job-1","namespace":"flink","uid":"u","generation":3,
         "resourceVersion":"42","finalizers":["supervisor.nextbreakpoint.com"],"creationTimestamp":"2026-11-23T16:38:13Z","annotations":
         {"kubectl.kubernetes.io/last-applied-configuration":"{}","operator.nextbreakpoint.com/requested-action":"stop",
          "operator.nextbreakpoint.com/without-savepoint":"TRUE"},"managedFields":[{"manager":"kubectl"}]},
         "spec":{"jobParallelism":1,"unknown":{"x":null}},"status":{"jobId":"9d"}}
        """;

    [Fact]
    public void Metadata_is_read() =>
        Assert.Equal(
            ("flink", "cluster-1-job-1", "u", 3L, "42", false, true),
            Read() is var resource && resource.ReadMetadata() is var read
                ? (read.Namespace, read.Name, read.Uid, read.Generation, read.ResourceVersion, read.IsDeleting, read.HasFinalizer(Finalizers.Supervisor))
                : default);

    [Fact]
    public void Deletion_is_read()
    {
        var resource = Read();
        resource.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        Assert.True(resource.ReadMetadata().IsDeleting);
    }

    [Fact]
    public void Request_is_read() =>
        Assert.Equal(new RequestAnnotation.Asked(RequestedAction.Stop, true, "stop"), Read().ReadRequest());

    [Fact]
    public void Resource_without_annotations_asks_for_nothing() =>
        Assert.Equal(new RequestAnnotation.Nothing(), new FlinkResource().ReadRequest());

    [Fact]
    public void Spec_and_status_stay_as_they_are()
    {
        var resource = Read();
        Assert.Equal("""{"jobParallelism":1,"unknown":{"x":null}}""", resource.Spec.GetRawText());
        Assert.Equal("""{"jobId":"9d"}""", resource.Status.GetRawText());
    }

    [Fact]
    public void Absent_spec_and_status_are_not_written()
    {
        var json = JsonSerializer.Serialize(new FlinkResource { Kind = "FlinkJob" }, FlinkResourceTypes.Jobs.Json);
        Assert.Equal("""{"kind":"FlinkJob","metadata":{}}""", json);
    }

    [Fact]
    public void Cached_resource_carries_neither_managed_fields_nor_what_kubectl_applied()
    {
        var resource = FlinkResourceTypes.Trim(Read());
        Assert.Null(resource.Metadata.ManagedFields);
        Assert.Equal(2, resource.Metadata.Annotations.Count);
    }

    [Fact]
    public void Type_of_a_resource_is_that_of_its_kind()
    {
        Assert.Same(FlinkResourceTypes.Jobs, FlinkResourceTypes.Of(Read()));
        Assert.Throws<ArgumentException>(() => FlinkResourceTypes.Of(new FlinkResource { Kind = "Pod" }));
    }

    static FlinkResource Read() => JsonSerializer.Deserialize(Json, FlinkResourceTypes.Jobs.Json)!;
}
