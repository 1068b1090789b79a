using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Label and field selectors.</summary>
public class SelectorTests
{
    static readonly Dictionary<string, string> Labels = new() { ["app"] = "a", ["tier"] = "web", ["n"] = "5", ["x.io/k"] = "v" };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=a", true)]
    [InlineData("app==a,tier=web", true)]
    [InlineData("app!=a", false)]
    [InlineData("none!=a", true)]
    [InlineData("app in (a,b)", true)]
    [InlineData("app notin (a, b)", false)]
    [InlineData("none notin (a)", true)]
    [InlineData("tier", true)]
    [InlineData("!tier", false)]
    [InlineData("! none , x.io/k", true)]
    [InlineData("app=", false)]
    [InlineData("tier in ()", false)]
    [InlineData("n>4,n<6", true)]
    [InlineData("n>5", false)]
    [InlineData("app>1", false)]
    public void Labels_match(string selector, bool matches) => Assert.Equal(matches, LabelSelector.Parse(selector).Matches(Labels));

    [Theory]
    [InlineData("a=-x", "unable to parse requirement: values[0][a]: Invalid value: \"-x\"")]
    [InlineData("-a=x", "unable to parse requirement: key: Invalid value: \"-a\": name part must consist of")]
    [InlineData("a in (x", "unable to parse requirement: found '', expected: ',' or ')'")]
    [InlineData("a>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("!", "unable to parse requirement: found '', expected: identifier")]
    [InlineData(")", "found ')', expected: !, identifier, or 'end of string'")]
    public void A_malformed_label_selector_is_refused(string selector, string message) =>
        Assert.StartsWith(message, Assert.Throws<SelectorException>(() => LabelSelector.Parse(selector)).Message, StringComparison.Ordinal);

    [RecordedFact]
    public void Recorded_selectors_are_refused_as_recorded()
    {
        foreach (var exchange in Recorded.Exchanges("07-list-watch").Where(exchange => exchange.Status == 400 && exchange.Path.Contains("elector=", StringComparison.Ordinal)))
        {
            var message = (string)exchange.Answer["message"]!;
            if (message.Contains("known field selector", StringComparison.Ordinal) || message.StartsWith("field label", StringComparison.Ordinal)) continue;
            var label = Uri.UnescapeDataString(exchange.Query("labelSelector"));
            var field = Uri.UnescapeDataString(exchange.Query("fieldSelector"));
            var refusal = Assert.Throws<SelectorException>(() => { _ = label.Length > 0 ? (object)LabelSelector.Parse(label) : FieldSelector.Parse(field); });
            Assert.Equal(message, refusal.Message);
        }
    }

    [Fact]
    public void The_structured_form_says_the_same()
    {
        var selector = (JsonObject)JsonNode.Parse("""
            {"matchLabels":{"app":"a"},"matchExpressions":[{"key":"tier","operator":"In","values":["db","web"]},{"key":"none","operator":"DoesNotExist"},
             {"key":"n","operator":"NotIn","values":["6"]},{"key":"app","operator":"Exists"}]}
            """)!;
        var parsed = LabelSelector.FromObject(selector);
        Assert.True(parsed.Matches(Labels));
        Assert.Equal("app=a,app,n notin (6),!none,tier in (db,web)", parsed.ToString());
        Assert.True(LabelSelector.FromObject(null).Matches(Labels));
        Assert.True(LabelSelector.Parse("app=a").Matches((JsonObject)JsonNode.Parse("""{"metadata":{"labels":{"app":"a"}}}""")!));
    }

    [Theory]
    [InlineData("""{"matchExpressions":[{"key":"a","operator":"Is"}]}""", "\"Is\" is not a valid label selector operator")]
    [InlineData("""{"matchExpressions":[{"key":"a","operator":"In"}]}""", "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty")]
    [InlineData("""{"matchExpressions":[{"key":"a","operator":"Exists","values":["x"]}]}""", "values: Invalid value: [\"x\"]: values set must be empty for exists and does not exist")]
    public void A_malformed_structured_selector_is_refused(string selector, string message) =>
        Assert.Equal(message, Assert.Throws<SelectorException>(() => LabelSelector.FromObject((JsonObject)JsonNode.Parse(selector)!)).Message);

    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=a", true)]
    [InlineData("metadata.name==a,status.phase!=Running", true)]
    [InlineData("metadata.name!=a", false)]
    [InlineData("spec.missing=", true)]
    [InlineData(@"spec.text=a\,b\=c", true)]
    public void Fields_match(string selector, bool matches)
    {
        var @object = (JsonObject)JsonNode.Parse("""{"metadata":{"name":"a"},"status":{"phase":"Pending"},"spec":{"text":"a,b=c"}}""")!;
        Assert.Equal(matches, FieldSelector.Parse(selector).Matches(@object));
    }

    [Theory]
    [InlineData("metadata.name", "invalid selector: 'metadata.name'; can't understand 'metadata.name'")]
    [InlineData("a==b=", "invalid field selector: unescaped character in value: 61")]
    [InlineData(@"a=b\c", @"invalid field selector: invalid escape sequence: \c")]
    [InlineData(@"a=b\", @"invalid field selector: invalid escape sequence: \")]
    public void A_malformed_field_selector_is_refused(string selector, string message) =>
        Assert.Equal(message, Assert.Throws<SelectorException>(() => FieldSelector.Parse(selector)).Message);
}
