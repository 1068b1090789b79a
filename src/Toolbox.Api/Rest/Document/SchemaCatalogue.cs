using System.Text.Json.Nodes;
using Toolbox.Api.Rest.FlinkReads;

namespace Toolbox.Api.Rest.Document;

/// <summary>
/// The schemas of the OpenAPI document. Those of specs and statuses are the ones of the custom resource definitions, cut where
/// Kubernetes' own types begin; a test compares them.
/// </summary>
static class SchemaCatalogue
{
    const string Resource = "schemas.json";

    public static JsonObject All()
    {
        using var stream = typeof(SchemaCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded");
        var schemas = JsonNode.Parse(stream)!.AsObject();
        schemas["Names"] = JsonNode.Parse("""{"type":"array","items":{"type":"string"}}""");
        schemas["Failure"] = Failure();
        schemas["JobMetrics"] = Metrics(MetricTable.Job);
        schemas["ProcessMetrics"] = Metrics(MetricTable.Process);
        schemas["JobDetails"] = Foreign("The answer of Flink's /jobs/ID: jid, name, state, start-time, end-time, duration, now, timestamps, vertices, status-counts, plan.");
        schemas["TaskManagers"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/components/schemas/TaskManager" } };
        schemas["TaskManager"] = TaskManager();
        schemas["TaskManagerDetails"] = Foreign("The answer of Flink's /taskmanagers/ID: as TaskManager, with metrics of memory and garbage collectors.");
        return schemas;
    }

    static JsonObject Failure() => JsonNode.Parse(
        """
        {"type":"object","required":["status","error"],"properties":{
          "status":{"type":"string","enum":["FAILURE","ERROR"],"description":"FAILURE: the request is at fault; ERROR: Flink, the API server or the operator is."},
          "error":{"type":"string","description":"What is wrong, in words."}}}
        """)!.AsObject();

    static JsonObject TaskManager() => JsonNode.Parse(
        """
        {"type":"object","properties":{"id":{"type":"string"},"path":{"type":"string"},"dataPort":{"type":"integer"},
          "timeSinceLastHeartbeat":{"type":"integer"},"slotsNumber":{"type":"integer"},"freeSlots":{"type":"integer"},
          "hardware":{"type":"object","properties":{"cpuCores":{"type":"integer"},"physicalMemory":{"type":"integer"},
            "freeMemory":{"type":"integer"},"managedMemory":{"type":"integer"}}}}}
        """)!.AsObject();

    static JsonObject Metrics(MetricTable table)
    {
        var properties = new JsonObject();
        foreach (var (name, kind) in table.Fields)
            properties[name] = kind switch
            {
                MetricKind.Text => new JsonObject { ["type"] = "string" },
                MetricKind.Fraction => new JsonObject { ["type"] = "number" },
                _ => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
            };
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    static JsonObject Foreign(string description) => new() { ["type"] = "object", ["description"] = description };
}
