using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>CEL rules through the schema that holds them.</summary>
public class RuleValidationTests
{
    static StructuralSchema Schema(string rule, string properties, string more = "") => StructuralSchema.Parse((JsonObject)JsonNode.Parse(
        $$$"""{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-validations":[{"rule":{{{JsonValue.Create(rule).ToJsonString()}}}{{{more}}} }],"properties":{{{properties}}} } } }""")!);

    static IReadOnlyList<FieldError> Errors(string rule, string spec, string? old = null, string more = "") =>
        Schema(rule, """
            {"n":{"type":"integer"},"m":{"type":"integer"},"r":{"type":"number"},"s":{"type":"string"},"b":{"type":"boolean"},
             "l":{"type":"array","items":{"type":"string"}},"set":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
             "items":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"n":{"type":"integer"}}}},
             "map":{"type":"object","additionalProperties":{"type":"string"}},"d":{"type":"string","format":"duration"},
             "t":{"type":"string","format":"date-time"},"any":{"x-kubernetes-int-or-string":true},"a-b":{"type":"string"},"namespace":{"type":"string"},
             "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}
            """, more).Validate(Parse(spec), old is null ? null : Parse(old));

    static JsonNode Parse(string spec) => JsonNode.Parse($$"""{"spec":{{spec}} }""")!;

    [Theory]
    [InlineData("self.n + self.m == 5 && self.n * self.m == 6 && self.n - self.m == -1", """{"n":2,"m":3}""")]
    [InlineData("self.n / 2 == 3 && self.n % 4 == 3 && -self.n < 0 && !(self.n == 8)", """{"n":7}""")]
    [InlineData("self.r > 1 && self.r * 2.0 == 3.0 && double(self.n) / 2.0 == 0.5", """{"r":1.5,"n":1}""")]
    [InlineData("has(self.s) && !has(self.n) && size(self.s) == 3 && self.s.size() == 3", """{"s":"abc"}""")]
    [InlineData("self.s.startsWith('ab') && self.s.endsWith('C') && self.s.contains('bC') && self.s.matches('^a.C$')", """{"s":"abC"}""")]
    [InlineData("self.s.lowerAscii() == 'abc' && self.s.upperAscii() == 'ABC' && self.s.replace('b','x') == 'axC' && self.s.charAt(1) == 'b'", """{"s":"abC"}""")]
    [InlineData("self.s.split(',').size() == 3 && self.s.split(',')[1] == 'b' && self.s.split(',', 2)[1] == 'b,c' && self.l.join('-') == 'x-y'", """{"s":"a,b,c","l":["x","y"]}""")]
    [InlineData("self.s.indexOf('b') == 1 && self.s.lastIndexOf('b') == 2 && self.s.substring(1, 3) == 'bb' && self.s.substring(2) == 'bc' && '  x '.trim() == 'x'", """{"s":"abbc"}""")]
    [InlineData("self.s.find('[0-9]+') == '12' && self.s.findAll('[0-9]+') == ['12', '3']", """{"s":"a12b3"}""")]
    [InlineData("'x' in self.l && !('z' in self.l) && 'k' in self.map && self.map['k'] == 'v' && self.map.k == 'v'", """{"l":["x","y"],"map":{"k":"v"}}""")]
    [InlineData("self.l.all(x, x.size() == 1) && self.l.exists(x, x == 'y') && self.l.exists_one(x, x == 'x')", """{"l":["x","y"]}""")]
    [InlineData("self.items.filter(i, i.n > 1).map(i, i.name) == ['b'] && self.items.map(i, i.n > 1, i.n)[0] == 2", """{"items":[{"name":"a","n":1},{"name":"b","n":2}]}""")]
    [InlineData("self.map.all(k, self.map[k] != '') && self.map.exists(k, v, v == 'v') && self.l.all(i, x, i < 2)", """{"map":{"k":"v"},"l":["x","y"]}""")]
    [InlineData("self.n > 1 ? self.s == 'big' : self.s == 'small'", """{"n":2,"s":"big"}""")]
    [InlineData("self.set == ['b', 'a'] && self.set + ['a', 'c'] == ['a', 'b', 'c']", """{"set":["a","b"]}""")]
    [InlineData("self.d > duration('1m') && self.d.getMinutes() == 90 && self.t > timestamp('2020-01-01T00:00:00Z') && self.t.getFullYear() == 2024", """{"d":"1h30m","t":"2024-05-06T07:08:09Z"}""")]
    [InlineData("self.any == 80 || self.any == 'http'", """{"any":80}""")]
    [InlineData("type(self.any) == string ? self.any == 'http' : false", """{"any":"http"}""")]
    [InlineData("self.a__dash__b == 'x' && self.__namespace__ == 'y'", """{"a-b":"x","namespace":"y"}""")]
    [InlineData("has(self.n) && self.n > 0 || true", """{}""")]
    [InlineData("self.missing.n == 1 || size(self.l) == 0", """{"l":[],"s":"x"}""", "undeclared in the schema, so not even compiled")]
    [InlineData("self.l.isSorted() && self.items.map(i, i.n).sum() == 3 && [1, 3, 2].max() == 3 && self.l.indexOf('y') == 1", """{"l":["x","y"],"items":[{"n":1},{"n":2}]}""")]
    [InlineData("int('12') == 12 && string(12) == '12' && double('1.5') == 1.5 && bool('true') && uint(3) == 3u && size(b'abc') == 3", "{}")]
    [InlineData("quantity('1Gi').isGreaterThan(quantity('1000M')) && isQuantity('5m') && !isQuantity('x') && quantity('2k').asInteger() == 2000", "{}")]
    [InlineData("sets.contains([1, 2, 3], [2]) && sets.intersects([1], [1, 2]) && sets.equivalent([1, 1], [1]) && math.greatest(1, 5) == 5", "{}")]
    [InlineData("self.?s.orValue('none') == 'none' && !self.?s.hasValue() && optional.of(1).value() == 1 && self.map[?'k'].orValue('-') == '-'", """{"map":{}}""")]
    [InlineData("{'a': 1}.a == 1 && [1, 2].size() == 2 && \"\"\"x\"\"\" == r'x' && '\\u0041' == 'A'", "{}")]
    [InlineData("9223372036854775807 > 0 && -9223372036854775808 < 0 && 0x1F == 31 && 1e3 == 1000.0 // comment", "{}")]
    [InlineData("dyn(1) == 1u && 2.0 == double(2) && [1] == [1] && {'a': [1]} == {'a': [1]} && null == null", "{}")]
    public void A_rule_that_holds_is_silent(string rule, string spec, string? note = null)
    {
        if (note is null) Assert.Empty(Errors(rule, spec));
        else Assert.Contains("undefined field", Assert.Single(Errors(rule, spec)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("self.n > 1", """{"n":1}""", "Invalid value: failed rule: self.n > 1")]
    [InlineData("self.l[3] == 'x'", """{"l":[]}""", "Invalid value: index out of bounds: 3 evaluating rule: self.l[3] == 'x'")]
    [InlineData("self.map['k'] == 'x'", """{"map":{}}""", "Invalid value: no such key: k evaluating rule: self.map['k'] == 'x'")]
    [InlineData("self.n == 1", "{}", "Invalid value: no such key: n evaluating rule: self.n == 1")]
    [InlineData("self.n / self.m == 1", """{"n":1,"m":0}""", "Invalid value: division by zero evaluating rule: self.n / self.m == 1")]
    [InlineData("self.n + 9223372036854775807 > 0", """{"n":1}""", "Invalid value: integer overflow evaluating rule: self.n + 9223372036854775807 > 0")]
    [InlineData("self.any > 1", """{"any":"x"}""", "Invalid value: 'no such overload': call arguments did not match a supported operator, function or macro signature for rule: self.any > 1")]
    [InlineData("self.l.all(a, self.l.all(b, self.l.all(c, self.l.all(d, self.l.all(e, a == a)))))", "long", "Invalid value: no further validation rules will be run due to call cost exceeds limit for rule: self.l.all(a, self.l.all(b, self.l.all(c, self.l.all(d, self.l.all(e, a == a)))))")]
    public void A_rule_that_fails_says_why(string rule, string spec, string message)
    {
        if (spec == "long") spec = $$"""{"l":[{{string.Join(',', Enumerable.Range(0, 60).Select(number => $"\"{number}\""))}}]}""";
        Assert.Equal([new FieldError("spec", "FieldValueInvalid", message)], Errors(rule, spec));
    }

    [Theory]
    [InlineData(""","message":"too small" """, "spec", "FieldValueInvalid", "Invalid value: too small")]
    [InlineData(""","messageExpression":"'is ' + string(self.n)" """, "spec", "FieldValueInvalid", "Invalid value: is 1")]
    [InlineData(""","message":"fixed","messageExpression":"self.s" """, "spec", "FieldValueInvalid", "Invalid value: fixed")]
    [InlineData(""","message":"no","reason":"FieldValueForbidden","fieldPath":".n" """, "spec.n", "FieldValueForbidden", "Forbidden: no")]
    [InlineData(""","message":"no","reason":"FieldValueRequired","fieldPath":"['a-b']" """, "spec.a-b", "FieldValueRequired", "Required value: no")]
    public void Message_reason_and_path_are_the_rules_own(string more, string field, string reason, string message)
    {
        var error = Assert.Single(Errors("self.n > 1", """{"n":1}""", null, more));
        Assert.Equal((field, reason, message), (error.Field, error.Reason, error.Message));
    }

    [Fact]
    public void A_transition_rule_needs_the_old_value()
    {
        Assert.Empty(Errors("self.n >= oldSelf.n", """{"n":1}"""));
        Assert.Empty(Errors("self.n >= oldSelf.n", """{"n":2}""", """{"n":1}"""));
        Assert.Single(Errors("self.n >= oldSelf.n", """{"n":1}""", """{"n":2}"""));
        Assert.Single(Errors("oldSelf.hasValue()", """{"n":1}""", null, ""","optionalOldSelf":true """));
    }

    [Fact]
    public void A_violation_that_an_update_leaves_as_it_was_is_tolerated()
    {
        Assert.Empty(Errors("self.n > 1", """{"n":1}""", """{"n":1}"""));
        Assert.Single(Errors("self.n > 1", """{"n":0}""", """{"n":1}"""));
    }
}
