using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>Objects that the first toolbox left behind in a cluster stay valid when its successor takes over.</summary>
public class FirstToolboxObjectTests
{
    [FirstToolboxTheory]
    [InlineData("flinkdeployment", "running-fd.yaml")]
    [InlineData("flinkcluster", "running-fc.yaml")]
    [InlineData("flinkcluster", "cluster-stopped-fc.yaml")]
    [InlineData("flinkjob", "running-fj.yaml")]
    [InlineData("flinkjob", "cluster-stopped-fj.yaml")]
    [InlineData("flinkjob", "fj-after-savepoint.yaml")]
    public void Its_objects_pass_the_new_schema(string definition, string file)
    {
        var document = YamlJson.Documents(File.ReadAllText(Path.Combine(FirstToolboxTheoryAttribute.Folder, file)))[0];

        var items = document["items"]?.AsArray().Select(item => item!.AsObject()).ToList() ?? [document];
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Empty(DefinitionFiles.Problems(definition, item)));
        Assert.All(items, item => Assert.Equal(ResourceDefinition.ApiVersion, (string?)item["apiVersion"]));
    }
}
