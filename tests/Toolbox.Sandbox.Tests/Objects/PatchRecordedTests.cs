using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Recorded patches against the objects that the answers before left.</summary>
public class PatchRecordedTests
{
    const string Strategic = "application/strategic-merge-patch+json";

    public static TheoryData<string> Strategics => Pick(Strategic, "Deployment", "Service", "Namespace");

    public static TheoryData<string> Merges => Pick("application/merge-patch+json", "Widget");

    public static TheoryData<string> JsonPatches => Pick("application/json-patch+json", "Widget", "Deployment");

    static TheoryData<string> Pick(string type, params string[] kinds) => [.. Recorded.Exchanges("04-patch")
        .Where(exchange => exchange.ContentType == type && exchange is { Body: not null, Status: 200 } && kinds.Contains(KindOf(exchange.Path)) && Before(exchange) is not null)
        .Select(exchange => exchange.Name)];

    static string KindOf(string path) =>
        path.Contains("/deployments/", StringComparison.Ordinal) ? "Deployment" : path.Contains("/services/", StringComparison.Ordinal) ? "Service"
        : path.Contains("/widgets/", StringComparison.Ordinal) ? "Widget" : path.Contains("/pods/", StringComparison.Ordinal) ? "Pod" : "Namespace";

    [RecordedTheory]
    [MemberData(nameof(Strategics))]
    public void A_strategic_patch_is_answered_as_recorded(string name)
    {
        var exchange = Recorded.Find("04-patch", name)!;
        var before = Before(exchange)!;
        var kind = KindOf(exchange.Path);
        var schema = CoreSchemas.Find(kind == "Deployment" ? "apps/v1" : "v1", kind)!;
        var patched = Assert.IsType<PatchResult.Patched>(StrategicMergePatch.Apply(before, exchange.Body, schema)).Object;
        (patched["spec"] as JsonObject)?.Remove("bogus");
        AssertContent(exchange.Answer, patched);
    }

    [RecordedTheory]
    [MemberData(nameof(Merges))]
    [MemberData(nameof(JsonPatches))]
    public void Another_patch_is_answered_as_recorded(string name)
    {
        var exchange = Recorded.Find("04-patch", name)!;
        var before = Before(exchange)!;
        var result = exchange.ContentType.Contains("json-patch", StringComparison.Ordinal) ? JsonPatch.Apply(before, exchange.Body) : MergePatch.Apply(before, exchange.Body);
        var patched = Assert.IsType<PatchResult.Patched>(result).Object;
        if (KindOf(exchange.Path) == "Widget")
        {
            var schema = StructuralSchema.Parse(Recorded.WidgetSchema()!);
            schema.Prune(patched);
            schema.Default(patched);
            // Each endpoint keeps the other's half.
            var isStatus = exchange.Path.EndsWith("/status", StringComparison.Ordinal);
            foreach (var part in isStatus ? new[] { "spec", "metadata" } : ["status"])
                if (before[part] is { } kept) patched[part] = kept.DeepClone();
                else patched.Remove(part);
        }
        AssertContent(exchange.Answer, patched);
    }

    [RecordedTheory]
    [InlineData("strategic: missing merge key")]
    [InlineData("strategic: invalid $patch")]
    [InlineData("json-patch test failing")]
    [InlineData("json-patch remove missing path")]
    [InlineData("json-patch add below a missing parent")]
    [InlineData("json-patch invalid op")]
    [InlineData("json-patch index out of range")]
    [InlineData("json-patch body is an object")]
    public void A_refusal_is_worded_as_recorded(string name)
    {
        var exchange = Recorded.Find("04-patch", name)!;
        var before = Before(exchange) ?? [];
        var result = exchange.ContentType == Strategic
            ? StrategicMergePatch.Apply(before, exchange.Body, CoreSchemas.Find(KindOf(exchange.Path) == "Pod" ? "v1" : "apps/v1", KindOf(exchange.Path))!)
            : JsonPatch.Apply(before, exchange.Body);
        var answer = exchange.Answer;
        Assert.Equal(new PatchResult.Refused(exchange.Status, (string?)answer["reason"] ?? "", (string)answer["message"]!), result);
    }

    static JsonObject? Before(Exchange exchange)
    {
        var name = exchange.Path.Split('?')[0].Replace("/status", "", StringComparison.Ordinal).Split('/')[^1];
        return Recorded.Exchanges("04-patch").TakeWhile(candidate => candidate.Name != exchange.Name)
            .Where(candidate => candidate.Status is 200 or 201 && candidate.Query("dryRun").Length == 0).Select(candidate => candidate.Answer)
            .LastOrDefault(answer => (string?)answer["metadata"]?["name"] == name);
    }

    static void AssertContent(JsonObject expected, JsonObject actual)
    {
        foreach (var @object in new[] { expected, actual })
        {
            foreach (var field in new[] { "resourceVersion", "generation", "managedFields" }) (@object["metadata"] as JsonObject)?.Remove(field);
            (@object["metadata"]?["annotations"] as JsonObject)?.Remove("deployment.kubernetes.io/revision");
            foreach (var empty in new[] { "annotations", "labels" })
                if (@object["metadata"]?[empty] is JsonObject { Count: 0 }) @object["metadata"]!.AsObject().Remove(empty);
            RemoveContainerDefaults(@object["spec"]?["template"]?["spec"]?["containers"] as JsonArray ?? []);
        }
        Assert.Equal(expected.SortedText(), actual.SortedText());
    }

    // The defaults of a container are set by the server's decoder.
    static void RemoveContainerDefaults(JsonArray containers)
    {
        foreach (var container in containers.OfType<JsonObject>())
        {
            foreach (var field in new[] { "resources", "terminationMessagePath", "terminationMessagePolicy", "imagePullPolicy" }) container.Remove(field);
            foreach (var port in (container["ports"] as JsonArray ?? []).OfType<JsonObject>())
                if ((string?)port["protocol"] == "TCP") port.Remove("protocol");
        }
    }
}
