using System.Text;
using System.Text.Json.Nodes;
using Snapshooter.Xunit;
using Toolbox.CustomResourceDefinitions;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Manifests.Tests.CustomResources;

public class DefinitionTests
{
    /// <summary>A larger object does not fit into the annotation of a client-side kubectl apply.</summary>
    const int LargestAppliedObject = 262_144;

    public static TheoryData<string> Names => [.. DefinitionFiles.Names];

    [Fact]
    public void The_checked_in_files_are_what_the_types_generate()
    {
        var generated = ChartFiles.All().ToDictionary(file => file.File, file => file.Yaml);

        Assert.Equal(DefinitionFiles.Names.Select(name => $"{name}.yaml").Order(), generated.Keys.Order());
        Assert.All(DefinitionFiles.Names, name =>
            Assert.True(generated[$"{name}.yaml"] == DefinitionFiles.Text(name), $"{name}.yaml is stale: run tools/generate-crds"));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_definition_is_small_enough_for_kubectl_apply(string name) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(DefinitionFiles.Definition(name).ToJsonString()), 1, LargestAppliedObject - 1);

    [Theory, MemberData(nameof(Names))]
    public void Names_columns_and_subresources(string name)
    {
        var definition = DefinitionFiles.Definition(name);
        definition["spec"]!["versions"]![0]!.AsObject().Remove("schema");

        Snapshot.Match(YamlText.Write(definition), $"{name}-definition");
    }

    [Theory, MemberData(nameof(Names))]
    public void The_schema_is_structural(string name) => Assert.Empty(StructuralSchema.Check(DefinitionFiles.Schema(name)));

    [Theory, MemberData(nameof(Names))]
    public void Required_and_enumerated_fields_make_sense(string name) =>
        Assert.All(DefinitionFiles.AllSchemas(DefinitionFiles.Schema(name)), found =>
        {
            var (path, schema) = found;
            Assert.All((schema["required"]?.AsArray() ?? []).Select(field => (string)field!),
                field => Assert.True(schema["properties"]!.AsObject().ContainsKey(field), $"{path}.{field} is required and unknown"));
            Assert.False(schema.ContainsKey("enum") && (bool?)schema["nullable"] == true, $"{path}: null is not one of the values");
        });

    [Theory, MemberData(nameof(Names))]
    public void A_default_would_change_the_digests_of_existing_resources(string name) => Assert.All(
        DefinitionFiles.AllSchemas(DefinitionFiles.Schema(name)).Where(found => found.Schema.ContainsKey("default")),
        found => Assert.Matches(@"\.(extraPorts|ports)\[\]\.protocol$", found.Path));

    [Fact]
    public void Required_fields_are_those_of_the_first_toolbox()
    {
        Assert.Equal(["runtime", "jobManager", "taskManager", "supervisor"], RequiredFields("flinkcluster", ""));
        Assert.Equal(["image"], RequiredFields("flinkcluster", "runtime"));
        Assert.Equal(["serviceMode"], RequiredFields("flinkcluster", "jobManager"));
        Assert.Equal(["taskSlots"], RequiredFields("flinkcluster", "taskManager"));
        Assert.Equal(["image"], RequiredFields("flinkcluster", "supervisor"));
        Assert.Equal(["bootstrap", "savepoint", "restart"], RequiredFields("flinkjob", ""));
        Assert.Equal(["image", "className", "jarPath"], RequiredFields("flinkjob", "bootstrap"));
        Assert.Equal(["savepointInterval", "savepointTargetPath"], RequiredFields("flinkjob", "savepoint"));
        Assert.Equal([], RequiredFields("flinkjob", "restart"));
        Assert.Equal(["cluster"], RequiredFields("flinkdeployment", ""));
    }

    [Theory]
    [InlineData("flinkcluster", "")]
    [InlineData("flinkdeployment", "cluster")]
    public void A_cluster_and_the_cluster_of_a_deployment_have_the_same_schema(string name, string part)
    {
        var schema = SpecPart(name, part);
        schema.Remove("description");

        var cluster = SpecPart("flinkcluster", "");
        cluster.Remove("description");
        Assert.True(JsonNode.DeepEquals(cluster, schema));
    }

    [Theory, MemberData(nameof(Names))]
    public void Unknown_fields_of_a_status_survive(string name) => Assert.All(
        DefinitionFiles.AllSchemas(DefinitionFiles.Schema(name)["properties"]!["status"]!.AsObject())
            .Where(found => (string?)found.Schema["type"] == "object"),
        found => Assert.True((bool?)found.Schema["x-kubernetes-preserve-unknown-fields"], found.Path));

    static JsonObject SpecPart(string name, string part)
    {
        var spec = DefinitionFiles.Schema(name)["properties"]!["spec"]!.AsObject();
        return part is "" ? spec : spec["properties"]![part]!.AsObject();
    }

    // In the order of the reference, whatever the order in the file.
    static IEnumerable<string> RequiredFields(string name, string part)
    {
        string[] order = ["runtime", "jobManager", "taskManager", "supervisor", "bootstrap", "savepoint", "restart", "image", "className", "jarPath"];
        return (SpecPart(name, part)["required"]?.AsArray() ?? []).Select(field => (string)field!).OrderBy(field => Array.IndexOf(order, field));
    }
}
