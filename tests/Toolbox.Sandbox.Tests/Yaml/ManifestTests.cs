namespace Toolbox.Sandbox.Tests.Yaml;

/// <summary>The objects of a file.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Objects_of_several_documents_and_of_lists_come_in_their_order()
    {
        var manifests = Manifest.Read(
            "# first\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {text: \"x\\n---\\ny\"}\n---\n---\nkind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: b, namespace: c}}\n");
        Assert.Equal(["ConfigMap a ", "Secret b c"], manifests.Select(manifest => $"{manifest.Kind} {manifest.Name} {manifest.Namespace}"));
    }

    [Theory]
    [InlineData("kind: A\nmetadata: {name: a}", "line 1: a manifest lacks apiVersion")]
    [InlineData("---\napiVersion: 1\nkind: A\nmetadata: {name: a}", "line 2: a manifest lacks apiVersion")]
    [InlineData("apiVersion: v1\nmetadata: {name: a}", "a manifest lacks kind")]
    [InlineData("apiVersion: v1\nkind: A\nmetadata: a", "a manifest lacks metadata.name")]
    [InlineData("apiVersion: v1\nkind: List\nitems:\n- {kind: A}", "line 1, items[0]: a manifest lacks apiVersion")]
    [InlineData("- a", "a manifest is no object, it is a list")]
    [InlineData("words", "it is \"words\"")]
    [InlineData("apiVersion: v1\nkind: [A", "a manifest is not YAML: line ")]
    public void What_is_no_object_is_refused_with_its_place(string text, string words) =>
        Assert.Contains(words, Assert.Throws<SandboxException>(() => Manifest.Read(text)).Message);
}
