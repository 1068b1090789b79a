using System.Text.Json.Nodes;
using CsCheck;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Laws of patches over generated documents.</summary>
public class PatchLawTests
{
    static readonly string[] Names = ["a", "b", "c", "a/b", "~"];

    static readonly Gen<string> Name = Gen.Int[0, 4].Select(index => Names[index]);

    static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Scalar
        : Gen.OneOf(Scalar, Gen.Select(Name, inner).List[0, 3].Select(JsonNode? (members) => Object(members)), inner.List[0, 3].Select(JsonNode? (items) => new JsonArray([.. items.Select(item => item?.DeepClone())]))));

    static Gen<JsonNode?> Scalar => Gen.OneOf(
        Gen.Int[0, 3].Select(JsonNode? (number) => JsonValue.Create(number)), Gen.Bool.Select(JsonNode? (isFirst) => JsonValue.Create(isFirst ? "x" : "y")), Gen.Const((JsonNode?)null));

    static readonly Gen<JsonObject> Document = Gen.Select(Name, Value).List[0, 4].Select(Object);

    static JsonObject Object(List<(string, JsonNode?)> members)
    {
        var map = new JsonObject();
        foreach (var (name, value) in members) map[name] = value?.DeepClone();
        return map;
    }

    static JsonObject Patched(PatchResult result) => Assert.IsType<PatchResult.Patched>(result).Object;

    // Else a retried patch would do something else than the first.
    [Fact]
    public void A_merge_patch_twice_is_the_same_as_once() => Gen.Select(Document, Document).Sample((target, patch) =>
    {
        var once = Patched(MergePatch.Apply(target, patch));
        return JsonNode.DeepEquals(once, Patched(MergePatch.Apply(once, patch)));
    });

    // Else a null would come to stand in an object.
    [Fact]
    public void A_merge_patch_leaves_no_null_of_its_own() => Gen.Select(Document, Document).Sample((target, patch) =>
    {
        var merged = Patched(MergePatch.Apply(target, patch));
        return patch.All(member => member.Value is not null || !merged.ContainsKey(member.Key));
    });

    // Else the store's object would change under its watchers.
    [Fact]
    public void A_patch_does_not_touch_its_target() => Gen.Select(Document, Document).Sample((target, patch) =>
    {
        var before = target.ToJsonString();
        MergePatch.Apply(target, patch);
        StrategicMergePatch.Apply(target, patch, FieldSchema.Untyped);
        JsonPatch.Apply(target, new JsonArray(new JsonObject { ["op"] = "add", ["path"] = "/a", ["value"] = patch.DeepClone() }));
        return before == target.ToJsonString();
    });

    // Else kubectl's patch of a kind without lists would differ between the two forms.
    [Fact]
    public void Without_a_schema_a_strategic_patch_is_a_merge_patch() => Gen.Select(Document, Document).Sample((target, patch) =>
        JsonNode.DeepEquals(WithoutNulls(Patched(MergePatch.Apply(target, patch))), WithoutNulls(Patched(StrategicMergePatch.Apply(target, patch, FieldSchema.Untyped)))));

    [Fact]
    public void What_a_json_patch_adds_it_can_test_and_remove() => Gen.Select(Document, Name, Value).Sample((target, name, value) =>
    {
        target.Remove(name);
        var path = "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        var operations = new JsonArray(
            new JsonObject { ["op"] = "add", ["path"] = path, ["value"] = value?.DeepClone() },
            new JsonObject { ["op"] = "test", ["path"] = path, ["value"] = value?.DeepClone() },
            new JsonObject { ["op"] = "remove", ["path"] = path });
        return JsonNode.DeepEquals(target, Patched(JsonPatch.Apply(target, operations)));
    });

    // Lists are replaced whole by both, but only the strategic form drops nulls inside of them.
    static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject map => Object([.. map.Where(member => member.Value is not null).Select(member => (member.Key, WithoutNulls(member.Value)))]),
        JsonArray list => new JsonArray([.. list.Where(item => item is not null).Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
