using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Owners after recorded creates and patches: what the answer holds, tracked again from the state before, gives the answer's owners.</summary>
public class ManagedFieldsRecordedTests
{
    static readonly string[] Themes = ["02-crud", "03-validation", "04-patch", "05-apply", "06-subresources"];

    public static TheoryData<string, string> Creates => Pick(exchange => exchange is { Method: "POST", Status: 201 }
        && exchange.Answer["kind"]!.GetValue<string>() is "Widget" or "ConfigMap" or "Deployment" or "Secret" or "Role");

    public static TheoryData<string, string> Patches => Pick(exchange => exchange is { Method: "PATCH", Status: 200 }
        && exchange.ContentType != "application/apply-patch+yaml" && exchange.Answer["kind"]?.GetValue<string>() == "Widget"
        && exchange.Name != "clear managedFields");

    static TheoryData<string, string> Pick(Func<Exchange, bool> isWanted)
    {
        var data = new TheoryData<string, string>();
        foreach (var theme in Themes)
            foreach (var exchange in Recorded.Exchanges(theme).Where(exchange => exchange.Response["body"] is JsonObject body && body["metadata"]?["managedFields"] is JsonArray).Where(isWanted))
                data.Add(theme, exchange.Name);
        return data;
    }

    [RecordedTheory]
    [MemberData(nameof(Creates))]
    public void A_create_belongs_to_its_manager(string theme, string name)
    {
        var answer = Recorded.Find(theme, name)!.Answer;
        AssertOwners(answer, null, answer, "");
    }

    [RecordedTheory]
    [MemberData(nameof(Patches))]
    public void A_patch_moves_what_it_changes(string theme, string name)
    {
        var exchange = Recorded.Find(theme, name)!;
        var path = exchange.Path.Split('?')[0];
        var subresource = path.EndsWith("/status", StringComparison.Ordinal) ? "status" : "";
        var objectName = (string)exchange.Answer["metadata"]!["name"]!;
        var before = Recorded.Exchanges(theme).TakeWhile(candidate => candidate.Name != name)
            .Where(candidate => candidate.Status is 200 or 201 && candidate.Query("dryRun").Length == 0 && candidate.Response["body"] is JsonObject)
            .Select(candidate => candidate.Answer)
            .LastOrDefault(answer => answer["kind"]?.GetValue<string>() == "Widget" && (string?)answer["metadata"]?["name"] == objectName);
        if (before is not null) AssertOwners(exchange.Answer, before, exchange.Answer, subresource);
    }

    static void AssertOwners(JsonObject expected, JsonObject? before, JsonObject after, string subresource)
    {
        var apiVersion = (string)after["apiVersion"]!;
        var kind = (string)after["kind"]!;
        var schema = CoreSchemas.Find(apiVersion, kind) ?? FieldSchema.FromCustomResource(StructuralSchema.Parse(Recorded.WidgetSchema()!));
        var untracked = (JsonObject)after.DeepClone();
        untracked["metadata"]!.AsObject().Remove("managedFields");
        var owners = expected["metadata"]!["managedFields"]!.AsArray();
        var manager = (string)(owners.FirstOrDefault(entry => (string?)entry!["operation"] == "Update" && IsNew(entry, before)) ?? owners[^1])!["manager"]!;
        var tracked = ManagedFields.TrackUpdate(before, untracked, manager, subresource, apiVersion, "<time>", schema, ResetFields.Of(apiVersion, kind, subresource));
        Assert.Equal(owners.SortedText(), tracked["metadata"]!["managedFields"].SortedText());
    }

    static bool IsNew(JsonNode? entry, JsonObject? before) =>
        !(before?["metadata"]?["managedFields"] as JsonArray ?? []).Any(known => JsonNode.DeepEquals(known, entry));
}
