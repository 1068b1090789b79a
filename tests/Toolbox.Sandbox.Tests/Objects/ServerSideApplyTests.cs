using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Server-side apply where no recording shows it.</summary>
public class ServerSideApplyTests
{
    const string ApiVersion = "example.org/v1";

    static readonly FieldSchema Schema = FieldSchema.FromCustomResource(StructuralSchema.Parse((JsonObject)JsonNode.Parse("""
        {"type":"object","properties":{"spec":{"type":"object","properties":{
          "a":{"type":"string"},"n":{"type":"integer"},"flag":{"type":"boolean"},"port":{"x-kubernetes-int-or-string":true},
          "unit":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"x":{"type":"string"},"y":{"type":"string"}}},
          "labels":{"type":"object","additionalProperties":{"type":"string"}},
          "set":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
          "ports":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["port","protocol"],"items":{"type":"object",
             "properties":{"port":{"type":"integer"},"protocol":{"type":"string","default":"TCP"},"name":{"type":"string"}}}}}}}}
        """)!));

    static ApplyOptions Options(string manager, bool force = false) => new(manager, force, "", ApiVersion, "2030-01-01T00:00:00Z", Schema);

    static JsonObject Body(string spec, string metadata = """{"name":"x"}""") =>
        (JsonObject)JsonNode.Parse($$"""{"apiVersion":"{{ApiVersion}}","kind":"Thing","metadata":{{metadata}},"spec":{{spec}} }""")!;

    static JsonObject Apply(JsonObject? live, string spec, string manager = "m", bool force = false) =>
        Assert.IsType<ApplyResult.Applied>(ServerSideApply.Apply(live, Body(spec), Options(manager, force))).Object;

    static string Fields(JsonObject @object, string manager) => @object["metadata"]!["managedFields"]!.AsArray()
        .First(entry => (string)entry!["manager"]! == manager)!["fieldsV1"]!.ToJsonString();

    [Fact]
    public void An_atomic_map_has_one_owner()
    {
        var live = Apply(null, """{"unit":{"x":"1"}}""");
        Assert.Equal("""{"f:spec":{"f:unit":{}}}""", Fields(live, "m"));
        var conflict = Assert.IsType<ApplyResult.Conflicts>(ServerSideApply.Apply(live, Body("""{"unit":{"y":"2"}}"""), Options("other")));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"m\": .spec.unit", FieldConflict.Summary(conflict.Fields));
        Assert.Equal("""{"y":"2"}""", Apply(live, """{"unit":{"y":"2"}}""", "other", force: true)["spec"]!["unit"]!.ToJsonString());
    }

    [Fact]
    public void Map_entries_have_owners_of_their_own()
    {
        var live = Apply(Apply(null, """{"labels":{"a":"1"}}"""), """{"labels":{"b":"2"}}""", "other");
        Assert.Equal("""{"f:spec":{"f:labels":{"f:b":{}}}}""", Fields(live, "other"));
        Assert.Equal("""{"labels":{"a":"1"}}""", Apply(live, """{"labels":{}}""", "other")["spec"]!.ToJsonString());
    }

    [Fact]
    public void Items_with_two_keys_are_told_apart_and_a_default_stands_in()
    {
        var live = Apply(null, """{"ports":[{"port":1},{"port":1,"protocol":"UDP","name":"u"}]}""");
        Assert.Contains("""{"port":1,"protocol":"TCP"}""", Fields(live, "m").Replace("\\u0022", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var conflict = Assert.IsType<ApplyResult.Conflicts>(ServerSideApply.Apply(live, Body("""{"ports":[{"port":1,"protocol":"UDP","name":"v"}]}"""), Options("other")));
        Assert.Equal(""".spec.ports[port=1,protocol="UDP"].name""", Assert.Single(conflict.Fields).Path);
        Assert.Equal("""[{"port":1}]""", Apply(live, """{"ports":[{"port":1}]}""")["spec"]!["ports"]!.ToJsonString());
    }

    [Fact]
    public void The_applied_order_of_items_holds()
    {
        var live = Apply(null, """{"set":["a","b","c"]}""");
        Assert.Equal("""["c","b","a"]""", Apply(live, """{"set":["c","b","a"]}""")["spec"]!["set"]!.ToJsonString());
        Assert.Equal("""["a","b","c","d"]""", Apply(live, """{"set":["d"]}""", "other")["spec"]!["set"]!.ToJsonString());
    }

    [Fact]
    public void The_same_apply_again_changes_nothing()
    {
        var live = Apply(null, """{"a":"1","set":["x"],"ports":[{"port":1}]}""");
        var again = ServerSideApply.Apply(live, Body("""{"a":"1","set":["x"],"ports":[{"port":1}]}"""), Options("m") with { Time = "2031-01-01T00:00:00Z" });
        Assert.Same(live, Assert.IsType<ApplyResult.Unchanged>(again).Object);
    }

    [Fact]
    public void The_arguments_stay_as_they_are()
    {
        var live = Apply(null, """{"a":"1","set":["x"]}""");
        var (before, body) = (live.ToJsonString(), Body("""{"set":["y"]}"""));
        ServerSideApply.Apply(live, body, Options("m"));
        Assert.Equal(before, live.ToJsonString());
        Assert.Equal(Body("""{"set":["y"]}""").ToJsonString(), body.ToJsonString());
    }

    [Theory]
    [InlineData("""{"a":1}""", ".spec.a: expected string, got &value.valueUnstructured{Value:1}")]
    [InlineData("""{"n":"x"}""", ".spec.n: expected numeric (int or float), got &value.valueUnstructured{Value:x}")]
    [InlineData("""{"flag":"x"}""", ".spec.flag: expected boolean, got &value.valueUnstructured{Value:x}")]
    [InlineData("""{"labels":[]}""", ".spec.labels: expected map, got &{[]}")]
    [InlineData("""{"set":{}}""", ".spec.set: expected list, got &{map[]}")]
    [InlineData("""{"set":["a","a"]}""", ".spec.set: duplicate entries for key [=\"a\"]")]
    [InlineData("""{"ports":[{"name":"x"}]}""", ".spec.ports: element 0: associative list with keys has an element that omits key field \"port\" (and doesn't have default value)")]
    [InlineData("""{"ports":["x"]}""", ".spec.ports: element 0: associative list with keys may not have non-map elements")]
    [InlineData("""{"b":1,"c":1}""", "errors:\n  .spec.b: field not declared in schema\n  .spec.c: field not declared in schema")]
    public void A_configuration_that_does_not_fit_is_refused(string spec, string complaint) =>
        Assert.Equal(new ApplyResult.Refused(500, "", $"failed to create typed patch object (/x; {ApiVersion}, Kind=Thing): {complaint}"),
            ServerSideApply.Apply(null, Body(spec), Options("m")));

    [Fact]
    public void Kubectl_takes_over_what_it_applied_on_the_client_before()
    {
        var before = Body("""{"a":"1","n":1}""", """{"name":"x","uid":"u","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"spec\":{\"a\":\"1\",\"n\":0}}\n"}}""");
        var live = ManagedFields.TrackUpdate(null, before, "kubectl-client-side-apply", "", ApiVersion, "2029-01-01T00:00:00Z", Schema);
        var applied = Assert.IsType<ApplyResult.Applied>(ServerSideApply.Apply(live, Body("""{"a":"2"}"""), Options("kubectl"))).Object;
        Assert.Equal("{\"apiVersion\":\"example.org/v1\",\"kind\":\"Thing\",\"metadata\":{\"name\":\"x\"},\"spec\":{\"a\":\"2\"}}\n",
            (string)applied["metadata"]!["annotations"]!["kubectl.kubernetes.io/last-applied-configuration"]!);
        Assert.IsType<ApplyResult.Conflicts>(ServerSideApply.Apply(live, Body("""{"a":"2"}"""), Options("someone")));
        // Somebody changed this one since.
        Assert.IsType<ApplyResult.Conflicts>(ServerSideApply.Apply(live, Body("""{"n":2}"""), Options("kubectl")));
    }

    [Fact]
    public void Of_more_than_ten_updaters_the_oldest_are_put_together()
    {
        JsonObject? live = null;
        for (var number = 0; number < 12; number++)
        {
            var next = live is null ? Body("{}", """{"name":"x","uid":"u"}""") : (JsonObject)live.DeepClone();
            next["spec"]!["labels"] ??= new JsonObject();
            next["spec"]!["labels"]![$"l{number}"] = "1";
            live = ManagedFields.TrackUpdate(live, next, $"m{number}", "", ApiVersion, $"2030-01-01T00:00:{number:00}Z", Schema);
        }
        var managers = live!["metadata"]!["managedFields"]!.AsArray().Select(entry => (string)entry!["manager"]!).ToArray();
        Assert.Equal(["ancient-changes", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11"], managers);
        Assert.Contains("f:l0", Fields(live, "ancient-changes"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sends_no_owners_keeps_them_and_who_sends_an_empty_list_clears_them()
    {
        var live = Apply(null, """{"a":"1"}""");
        var without = (JsonObject)live.DeepClone();
        without["metadata"]!.AsObject().Remove("managedFields");
        Assert.Equal("""{"f:spec":{"f:a":{}}}""", Fields(ManagedFields.TrackUpdate(live, without, "w", "", ApiVersion, "t", Schema), "m"));
        without["metadata"]!["managedFields"] = new JsonArray();
        Assert.Null(ManagedFields.TrackUpdate(live, without, "w", "", ApiVersion, "t", Schema)["metadata"]!["managedFields"]);
    }
}
