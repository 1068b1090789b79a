using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Strategic merge patches where no recording shows them.</summary>
public class StrategicMergePatchTests
{
    static readonly FieldSchema Pod = CoreSchemas.Find("v1", "Pod")!;

    static PatchResult Apply(string target, string patch) => StrategicMergePatch.Apply((JsonObject)JsonNode.Parse(target)!, JsonNode.Parse(patch), Pod);

    [Theory]
    [InlineData("""{"spec":{"volumes":[{"name":"a","emptyDir":{}}]}}""", """{"spec":{"volumes":[{"name":"b","hostPath":{"path":"/"}}]}}""",
        """{"spec":{"volumes":[{"name":"b","hostPath":{"path":"/"}},{"name":"a","emptyDir":{}}]}}""")]
    [InlineData("""{"spec":{"tolerations":[{"key":"a"}]}}""", """{"spec":{"tolerations":[{"key":"b"}]}}""", """{"spec":{"tolerations":[{"key":"b"}]}}""")]
    [InlineData("""{"metadata":{"ownerReferences":[{"uid":"1","kind":"A"}]}}""", """{"metadata":{"ownerReferences":[{"uid":"1","$patch":"delete"}]}}""", """{"metadata":{"ownerReferences":[]}}""")]
    [InlineData("""{"status":{"conditions":[{"type":"A","status":"False"},{"type":"B","status":"False"}]}}""", """{"status":{"conditions":[{"type":"B","status":"True"}]}}""",
        """{"status":{"conditions":[{"type":"A","status":"False"},{"type":"B","status":"True"}]}}""")]
    [InlineData("""{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}""", """{"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}]}}""", """{"spec":{"containers":[{"name":"b"},{"name":"a"}]}}""")]
    [InlineData("""{"spec":{}}""", """{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"name":"a","image":"i"}]}}""", """{"spec":{"containers":[{"name":"a","image":"i"}]}}""")]
    [InlineData("""{"metadata":{"finalizers":["a","b"]}}""", """{"metadata":{"$deleteFromPrimitiveList/finalizers":["a"],"$setElementOrder/finalizers":["b"]}}""", """{"metadata":{"finalizers":["b"]}}""")]
    [InlineData("""{"spec":{"securityContext":{"runAsUser":1}}}""", """{"spec":{"securityContext":{"$patch":"delete"}}}""", """{"spec":{"securityContext":{}}}""")]
    [InlineData("""{"spec":{}}""", """{"spec":{"securityContext":{"runAsUser":null,"sysctls":[]}}}""", """{"spec":{"securityContext":{"sysctls":[]}}}""")]
    public void Content_merges(string target, string patch, string expected) =>
        Assert.Equal(expected, Assert.IsType<PatchResult.Patched>(Apply(target, patch)).Object.ToJsonString());

    [Theory]
    [InlineData("""{"spec":{"containers":[{"name":"a","$patch":"merge"}]}}""", "merging lists cannot yet be specified in the patch")]
    [InlineData("""{"spec":{"containers":[{"$patch":"delete"}]}}""", "map: map[$patch:delete] does not contain declared merge key: name")]
    [InlineData("""{"spec":{"containers":["a"]}}""", "cannot merge lists of objects with a")]
    [InlineData("""{"spec":{"$retainKeys":["a"],"b":1}}""", "invalid patch format of retainKeys")]
    [InlineData("""{"metadata":{"$deleteFromPrimitiveList/finalizers":"a"}}""", "invalid patch format of primitive list")]
    [InlineData("""{"metadata":{"$setElementOrder/finalizers":"a"}}""", "invalid patch format of setElementOrder list")]
    [InlineData("""{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"name":"b"}]}}""", "The order in patch list:\n[map[name:b]]\n doesn't match $setElementOrder list:\n[map[name:a]]\n")]
    public void A_wrong_directive_is_refused(string patch, string message) => Assert.Equal(
        new PatchResult.Refused(500, "", message), Apply("""{"spec":{"containers":[{"name":"a"}]},"metadata":{"finalizers":["a"]}}""", patch));

    [Theory]
    [InlineData("[]", "array")]
    [InlineData("1", "number")]
    [InlineData("\"x\"", "string")]
    [InlineData("true", "bool")]
    public void A_patch_is_an_object(string patch, string kind) =>
        Assert.Equal(new PatchResult.Refused(400, "BadRequest", $"error decoding patch: json: cannot unmarshal {kind} into Go value of type map[string]interface {{}}"), Apply("{}", patch));
}
