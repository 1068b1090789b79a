using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Every recorded POST of a Widget, through nulls, pruning, defaulting and validation.</summary>
public class SchemaValidationRecordedTests
{
    static readonly ScalePaths Scale = new(".spec.replicas", ".status.replicas");

    public static TheoryData<string> Names => [.. Posts().Select(exchange => exchange.Name)];

    static IEnumerable<Exchange> Posts() => Recorded.Exchanges("03-validation").Where(exchange =>
        exchange is { Method: "POST", Body: JsonObject } && exchange.Path.Split('?')[0].EndsWith("demo/widgets", StringComparison.Ordinal)
        && (exchange.Status == 201 || exchange.Answer["details"]?["kind"]?.GetValue<string>() == "Widget"));

    [RecordedTheory]
    [MemberData(nameof(Names))]
    public void A_posted_widget_is_answered_as_recorded(string name)
    {
        var exchange = Posts().First(candidate => candidate.Name == name);
        var schema = StructuralSchema.Parse(Recorded.WidgetSchema()!);
        var widget = exchange.Body!.AsObject();
        widget.Remove("status");
        schema.DropNulls(widget);
        schema.Prune(widget);
        schema.Default(widget);
        var errors = schema.Validate(widget, null, Scale);
        if (exchange.Status == 201)
        {
            Assert.Empty(errors);
            Assert.Equal(exchange.Answer["spec"].SortedText(), widget["spec"].SortedText());
            return;
        }
        var causes = exchange.Answer["details"]!["causes"]!.AsArray();
        Assert.Equal(causes.Select(cause => $"{cause!["field"]}|{cause["reason"]}|{cause["message"]}").Order(),
            errors.Select(error => $"{error.Field}|{error.Reason}|{error.Message}").Order());
    }
}
