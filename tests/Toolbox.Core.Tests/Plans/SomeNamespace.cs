using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Plans;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Plans;

/// <summary>A deployment <c>shop</c> of one cluster and two jobs, one of which has savepoints, as its documents have it and as it runs at rest.</summary>
static class SomeNamespace
{
    const string Document = """
        {
          "cluster": {
            "taskManagers": 2, "runtime": {"image": "flink:1.20.5"}, "jobManager": {"serviceMode": "NodePort"}, "taskManager": {"taskSlots": 2},
            "supervisor": {"image": "flinkctl:2", "rescalePolicy": "JobParallelism", "rescaleDelay": 10}
          },
          "jobs": [
            {"name": "orders", "spec": {
              "jobParallelism": 2, "bootstrap": {"image": "jobs:1", "className": "Orders", "jarPath": "/jobs.jar", "arguments": ["--rate", "5"]},
              "savepoint": {"savepointMode": "Automatic"}, "restart": {"restartPolicy": "Always"}}},
            {"name": "report", "spec": {
              "jobParallelism": 1, "bootstrap": {"image": "jobs:1", "className": "Report", "jarPath": "/jobs.jar"},
              "savepoint": {"savepointMode": "Manual"}, "restart": {"restartPolicy": "Never"}}}
          ]
        }
        """;

    public static JsonObject Spec() => JsonNode.Parse(Document)!.AsObject();

    public static JsonObject Job(this JsonObject spec, int index) => spec["jobs"]![index]!["spec"]!.AsObject();

    public static JsonElement Element(this JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    public static ModelNamespace Nothing() => ModelNamespace.Empty("flink", Moment.Now);

    /// <summary>Everything has been applied and runs; the uids are those of an API server.</summary>
    public static ModelNamespace AtRest()
    {
        var model = Forecasting.Run(Nothing().With(ModelBeginning.Deployment("flink", "shop", Spec().Element()))).End with { Now = Moment.Now };
        foreach (var item in model.Deployments.Values) model = model.With(item with { Metadata = Real(item.Metadata) });
        foreach (var item in model.Clusters.Values) model = model.With(item with { OwnerUid = Real(item.OwnerUid), Snapshot = item.Snapshot with { Metadata = Real(item.Snapshot.Metadata) } });
        foreach (var item in model.Jobs.Values) model = model.With(item with { OwnerUid = Real(item.OwnerUid), Snapshot = item.Snapshot with { Metadata = Real(item.Snapshot.Metadata) } });
        return model;
    }

    /// <summary>The deployment's document, applied to what is there.</summary>
    public static PlannedChange Applied(ModelNamespace live, JsonObject spec) => new(
        new ModelSubject(ModelSubject.Deployment, "shop"), Optional(live.Deployments.GetValueOrDefault("shop")).Map(known => known.Spec), spec.Element(), new RequestAnnotation.Nothing());

    /// <summary>A job's spec as it is, with a request in its annotations.</summary>
    public static PlannedChange Asked(ModelNamespace live, string job, string action) => new(
        new ModelSubject(ModelSubject.Job, job), live.Jobs[job].Spec, live.Jobs[job].Spec, RequestAnnotation.From(action, null));

    /// <summary>Somebody has scaled a job since its deployment was applied.</summary>
    public static ModelNamespace WithParallelism(this ModelNamespace live, string job, int parallelism) =>
        Forecasting.Run(live.With(live.Jobs[job] with { Spec = ModelChildren.Scaled(live.Jobs[job].Spec, "jobParallelism", parallelism) })).End with { Now = Moment.Now };

    static ResourceMetadata Real(ResourceMetadata metadata) => metadata with { Uid = Real(metadata.Uid) };

    static string Real(string uid) => uid.Replace("new-", "uid-", StringComparison.Ordinal);
}
