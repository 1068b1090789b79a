using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>
/// Every recorded apply against the state that the recorded answers before it left. What other parts of a server add (defaults of built-in
/// kinds, controllers' writes) is left out of the comparison.
/// </summary>
public class ServerSideApplyRecordedTests
{
    const string Applies = "application/apply-patch+yaml";

    public static TheoryData<string> Names => [.. Recorded.Exchanges("05-apply").Where(IsReplayed).Select(exchange => exchange.Name)];

    static bool IsReplayed(Exchange exchange) =>
        exchange is { ContentType: Applies, Method: "PATCH", Body: JsonObject }
        && exchange.Query("fieldManager") is { Length: > 0 and < 129 }
        // Names, versions of the store and namespaces are the server's business.
        && exchange.Status is not 404 && exchange.Answer["message"]?.GetValue<string>() is not { } message
            || IsOurs(exchange);

    static bool IsOurs(Exchange exchange) =>
        exchange.ContentType == Applies && exchange.Body is JsonObject && exchange.Answer["message"]?.GetValue<string>() is { } message
        && (message.StartsWith("Apply failed", StringComparison.Ordinal) || message.StartsWith("failed to create", StringComparison.Ordinal)
            || message.StartsWith("metadata.managedFields", StringComparison.Ordinal) || message.StartsWith("invalid object type", StringComparison.Ordinal)
            || message.Contains("must be of type string: \"null\"", StringComparison.Ordinal));

    [RecordedTheory]
    [MemberData(nameof(Names))]
    public void An_apply_is_answered_as_recorded(string name)
    {
        var exchange = Recorded.Find("05-apply", name)!;
        var path = ObjectPath(exchange);
        var live = LiveBefore(name, path);
        var isWidget = path.Contains("/widgets/", StringComparison.Ordinal);
        var widgets = StructuralSchema.Parse(Recorded.WidgetSchema()!);
        var kind = path.Split('/')[^2] switch { "deployments" => "Deployment", "services" => "Service", "configmaps" => "ConfigMap", _ => "Widget" };
        var apiVersion = path.StartsWith("/api/", StringComparison.Ordinal) ? "v1" : string.Join('/', path.Split('/')[2..4]);
        var subresource = exchange.Path.Split('?')[0].EndsWith("/status", StringComparison.Ordinal) ? "status" : "";
        var schema = isWidget ? FieldSchema.FromCustomResource(widgets) : CoreSchemas.Find(apiVersion, kind)!;
        var options = new ApplyOptions(exchange.Query("fieldManager"), exchange.Query("force") == "true", subresource, apiVersion, "<time>", schema,
            ResetFields.Of(apiVersion, kind, subresource));
        switch (ServerSideApply.Apply(live, exchange.Body!.AsObject(), options))
        {
            case ApplyResult.Applied(var result):
                Compare(exchange, result, isWidget ? widgets : null);
                break;
            case ApplyResult.Unchanged(var result):
                Assert.Equal(live.SortedText(), exchange.Answer.SortedText());
                Compare(exchange, result, isWidget ? widgets : null);
                break;
            case ApplyResult.Conflicts(var conflicts):
                Assert.Equal(exchange.Answer["message"]!.GetValue<string>(), FieldConflict.Summary(conflicts));
                Assert.Equal(exchange.Answer["details"]!["causes"]!.AsArray().Select(cause => $"{cause!["field"]} {cause["message"]}"),
                    conflicts.Select(conflict => $"{conflict.Path} {conflict.Message}"));
                break;
            case ApplyResult.Refused(var code, var reason, var message):
                Assert.True(exchange.Status >= 400, message);
                Assert.Equal(((int)exchange.Answer["code"]!, (string?)exchange.Answer["reason"] ?? "", (string)exchange.Answer["message"]!), (code, reason, message));
                break;
        }
    }

    static void Compare(Exchange exchange, JsonObject result, StructuralSchema? widgets)
    {
        if (exchange.Status == 422)
        {
            widgets!.Default(result);
            Assert.Equal(exchange.Answer["details"]!["causes"]!.AsArray().Select(cause => (string)cause!["message"]!),
                widgets.Validate(result, null).Select(error => error.Message));
            return;
        }
        Assert.InRange(exchange.Status, 200, 201);
        widgets?.Default(result);
        var expected = exchange.Answer;
        Assert.Equal(Owners(expected).SortedText(), Owners(result).SortedText());
        foreach (var part in new[] { "spec", "data", "status" })
            if (widgets is not null || part == "data") Assert.Equal(expected[part].SortedText(), result[part].SortedText());
        Assert.Equal(expected["metadata"]!["labels"].SortedText(), result["metadata"]!["labels"].SortedText());
    }

    static JsonArray Owners(JsonObject @object) => new([.. @object["metadata"]!["managedFields"]!.AsArray()
        .Where(entry => (string)entry!["manager"]! != "kube-controller-manager").Select(entry => entry!.DeepClone())]);

    static string ObjectPath(Exchange exchange) => exchange.Path.Split('?')[0].Replace("/status", "", StringComparison.Ordinal);

    static JsonObject? LiveBefore(string name, string path) => Recorded.Exchanges("05-apply").TakeWhile(exchange => exchange.Name != name)
        .Where(exchange => exchange.Status is 200 or 201 && exchange.Query("dryRun").Length == 0)
        .Where(exchange => ObjectPath(exchange) == path || (exchange.Method == "POST" && $"{ObjectPath(exchange)}/{exchange.Answer["metadata"]!["name"]}" == path))
        .Select(exchange => exchange.Answer).LastOrDefault();
}
