using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>JSONPath of printer columns.</summary>
public class JsonPathTests
{
    static readonly JsonNode Object = JsonNode.Parse("""
        {"spec":{"list":[{"y":1,"n":"a"},{"y":2,"n":"b"},{"y":3}],"a.b":"dotted"},"status":{"x":"X","conditions":[{"type":"A","status":"False"},{"type":"Ready","status":"True"}],"none":null}}
        """)!;

    [Theory]
    [InlineData(".status.x", "[\"X\"]")]
    [InlineData("{.status.x}", "[\"X\"]")]
    [InlineData("$.status.x", "[\"X\"]")]
    [InlineData("status.x", "[\"X\"]")]
    [InlineData(".spec.list[0].y", "[1]")]
    [InlineData(".spec.list[-1].y", "[3]")]
    [InlineData(".spec.list[*].y", "[1,2,3]")]
    [InlineData(".spec.list[0:2].y", "[1,2]")]
    [InlineData(".spec.list[0:3:2].y", "[1,3]")]
    [InlineData(".spec.list[0,2].y", "[1,3]")]
    [InlineData(".spec.list[9].y", "[]")]
    [InlineData(".spec['a.b']", "[\"dotted\"]")]
    [InlineData(@".spec.a\.b", "[\"dotted\"]")]
    [InlineData(".status.conditions[?(@.type==\"Ready\")].status", "[\"True\"]")]
    [InlineData(".status.conditions[?(@.type != 'Ready')].status", "[\"False\"]")]
    [InlineData(".spec.list[?(@.y>=2)].y", "[2,3]")]
    [InlineData(".spec.list[?(@.y<2)].y", "[1]")]
    [InlineData(".spec.list[?(@.n)].y", "[1,2]")]
    [InlineData("..type", "[\"A\",\"Ready\"]")]
    [InlineData(".status.none", "[null]")]
    [InlineData(".status.missing.deeper", "[]")]
    [InlineData(".status.x.deeper", "[]")]
    [InlineData(".spec.list.*.n", "[\"a\",\"b\"]")]
    public void A_path_names_values(string path, string expected) =>
        Assert.Equal(expected, new JsonArray([.. JsonPathExpression.Parse(path).Evaluate(Object).Select(value => value?.DeepClone())]).ToJsonString());

    [Fact]
    public void The_first_value_is_null_when_there_is_none() => Assert.Null(JsonPathExpression.Parse(".status.missing").EvaluateFirst(Object));

    [Theory]
    [InlineData(".a[", "a subscript is a number")]
    [InlineData(".a[x]", "a subscript is a number")]
    [InlineData(".a[?(@.b==)]", "'' is not a literal")]
    [InlineData(".a[?(@.b==c)]", "'c' is not a literal")]
    [InlineData(".a[?(@.b", "expected ')]'")]
    [InlineData(".a['b", "expected '''")]
    [InlineData(".a[1", "expected ']'")]
    [InlineData(".a[99999999999]", "is not a number")]
    [InlineData(".a]", "unexpected ']'")]
    [InlineData("..", "")]
    public void A_malformed_path_is_refused(string path, string complaint)
    {
        if (complaint.Length == 0)
        {
            Assert.NotEmpty(JsonPathExpression.Parse(path).Evaluate(Object));
            return;
        }
        Assert.Contains(complaint, Assert.Throws<SelectorException>(() => JsonPathExpression.Parse(path)).Message, StringComparison.Ordinal);
    }
}
