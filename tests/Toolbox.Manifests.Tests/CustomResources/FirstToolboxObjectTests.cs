using Toolbox.Manifests.CustomResources;
using Xunit.Abstractions;

namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>Objects that the first toolbox left behind in a cluster stay valid when its successor takes over.</summary>
public class FirstToolboxObjectTests(ITestOutputHelper output)
{
    static readonly string Folder = Path.Combine(RepositoryFiles.Root, "..", "shared", "reference", "original-run", "objects");

    [Theory]
    [InlineData("flinkdeployment", "running-fd.yaml")]
    [InlineData("flinkcluster", "running-fc.yaml")]
    [InlineData("flinkcluster", "cluster-stopped-fc.yaml")]
    [InlineData("flinkjob", "running-fj.yaml")]
    [InlineData("flinkjob", "cluster-stopped-fj.yaml")]
    [InlineData("flinkjob", "fj-after-savepoint.yaml")]
    public void Its_objects_pass_the_new_schema(string definition, string file)
    {
        var path = Path.Combine(Folder, file);
        if (!File.Exists(path))
        {
            output.WriteLine($"skipped: {path} is not there");
            return;
        }

        var document = YamlJson.Documents(File.ReadAllText(path))[0];

        var items = document["items"]?.AsArray().Select(item => item!.AsObject()).ToList() ?? [document];
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Empty(DefinitionFiles.Problems(definition, item)));
        Assert.All(items, item => Assert.Equal(ResourceDefinition.ApiVersion, (string?)item["apiVersion"]));
    }
}
