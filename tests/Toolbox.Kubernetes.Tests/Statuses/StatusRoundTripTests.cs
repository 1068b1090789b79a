using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Toolbox.Kubernetes.Statuses;

namespace Toolbox.Kubernetes.Tests.Statuses;

public sealed class StatusRoundTripTests
{
    [Fact]
    public void Cluster_status_is_read_as_it_was_written_whatever_was_there_before() =>
        RoundTrip(StatusGenerators.Cluster, ClusterStatusPatch.Between, ClusterStatusReading.Read);

    [Fact]
    public void Job_status_is_read_as_it_was_written_whatever_was_there_before() =>
        RoundTrip(StatusGenerators.Job, JobStatusPatch.Between, JobStatusReading.Read);

    [Fact]
    public void Deployment_status_is_read_as_it_was_written_whatever_was_there_before() =>
        RoundTrip(StatusGenerators.Deployment, DeploymentStatusPatch.Between, DeploymentStatusReading.Read);

    // Also: a second patch to the same status is empty, and what others wrote beside our fields is still there.
    static void RoundTrip<T>(Gen<T> gen, Func<JsonElement, T, JsonObject> between, Func<JsonElement, T> read) =>
        Gen.Select(gen, gen).Sample((first, second) =>
        {
            var before = StoredStatus.Patched(WithForeignFields(), between(WithForeignFields(), first));
            Assert.Equal(first, read(before));
            var after = StoredStatus.Patched(before, between(before, second));
            Assert.Equal(second, read(after));
            Assert.Empty(between(after, second));
            Assert.Equal("kept", after.GetProperty("addedByOthers").GetString());
            Assert.Equal(5, after.GetProperty("progress").GetProperty("step").GetInt32());
        });

    static JsonElement WithForeignFields() => StoredStatus.Parse("""{"addedByOthers":"kept","progress":{"step":5}}""");
}
