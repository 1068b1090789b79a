using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>The statuses that the toolbox writes are declared in the schema, field by field, with the same types.</summary>
public class StatusSchemaTests
{
    static readonly DateTimeOffset Time = new(2026, 11, 23, 16, 38, 51, 123, TimeSpan.Zero);
    static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new JsonObject());
    static readonly Seq<Condition> Conditions = Prelude.Seq1(new Condition("Ready", true, "Started", "Everything runs.", Time, 3));
    static readonly LastDecision Decision = new("NothingToDo", Time, "Everything is as it should be.");
    static readonly Request Request = new(RequestedAction.Stop, true, Time);
    static readonly ClusterDigest ClusterDigest = new("a", "b", "c", "d");
    static readonly JobDigest JobDigest = new("a", "b", "c");

    [Fact]
    public void Cluster() => AssertDeclared("flinkcluster", ClusterStatusPatch.Between(Nothing, new ClusterStatus
    {
        ServiceMode = ServiceMode.NodePort,
        RescaleTimestamp = Time,
        Digest = ClusterDigest,
        Timestamp = Time,
        ObservedGeneration = 3,
        Conditions = Conditions,
        Decision = Decision,
        Request = Request,
        StopIntent = StopIntent.Restart,
        WithoutSavepoint = true,
        UnreachableSince = Time,
        Attempt = 2,
        JobManager = "uid/1",
        Scaling = new ScalingMemory(1, 2, 3),
        Refusal = "START: the cluster is being deleted"
    }));

    [Fact]
    public void Job() => AssertDeclared("flinkjob", JobStatusPatch.Between(Nothing, new JobStatus
    {
        SavepointTimestamp = Time,
        SavepointRequestTimestamp = Time,
        Savepoint = new SavepointRequest("abc", "def", RestorePointOrigin.Stop, true, 1, Time),
        Digest = JobDigest,
        Timestamp = Time,
        ObservedGeneration = 3,
        Conditions = Conditions,
        Decision = Decision,
        Request = Request,
        StopIntent = StopIntent.Stop,
        WithoutSavepoint = true,
        HasRun = true,
        Failures = 1,
        FailedRuns = 2,
        EndedAt = Time,
        RunningSince = Time,
        MissingSince = Time,
        UnreachableSince = Time,
        Attempt = 2,
        Submission = new Submission("abc", 2, 4, "s3a://flink/savepoint", "uid/1", Time),
        RestorePoints = Prelude.Seq1(new RestorePoint("s3a://flink/savepoint", RestorePointOrigin.Manual, Time, "abc")),
        Refusal = "STOP: the savepoint failed"
    }));

    [Fact]
    public void Deployment() => AssertDeclared("flinkdeployment", DeploymentStatusPatch.Between(Nothing, new DeploymentStatus
    {
        ClusterDigest = ClusterDigest,
        JobDigests = Prelude.Seq1(new DeploymentJobDigest("job-1", JobDigest)),
        Timestamp = Time,
        ObservedGeneration = 3,
        Conditions = Conditions,
        Decision = Decision
    }));

    static void AssertDeclared(string definition, JsonObject status)
    {
        var schema = DefinitionFiles.Schema(definition);
        // Otherwise what is not declared would be let through.
        foreach (var (_, found) in DefinitionFiles.AllSchemas(schema))
            found.Remove("x-kubernetes-preserve-unknown-fields");
        var properties = new JsonObject { ["status"] = schema["properties"]!["status"]!.DeepClone() };
        var part = StructuralSchema.Parse(new JsonObject { ["type"] = "object", ["properties"] = properties });
        var resource = new JsonObject { ["status"] = status.DeepClone() };

        Assert.Empty(part.UnknownFields(resource));
        Assert.Empty(part.Validate(resource, null).Select(error => error.ToString()));
        // A field that is declared and never written would promise something to the users.
        Assert.Equal(Names(schema["properties"]!["status"]!["properties"]!), Names(status));
    }

    // clusterUid has always been declared and never been written.
    static IEnumerable<string> Names(JsonNode fields) =>
        fields.AsObject().Select(field => field.Key).Where(name => name != "clusterUid").Order(StringComparer.Ordinal);
}
