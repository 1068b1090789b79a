using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.CustomResources;

public class SampleTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "samples"), "*.yaml").Select(path => Path.GetFileName(path)).Order()];

    [Theory, MemberData(nameof(Files))]
    public void A_sample_passes_strict_validation(string file) =>
        Assert.All(Documents(file).Where(IsOurs), sample => Assert.Empty(SchemaCheck.Problems(DefinitionOf(sample), sample)));

    [Theory, MemberData(nameof(Files))]
    public void A_sample_says_nothing_about_the_namespace(string file) => Assert.All(Documents(file), sample =>
    {
        Assert.NotNull(sample["metadata"]!["name"]);
        Assert.Null(sample["metadata"]!["namespace"]);
    });

    [Fact]
    public void The_manual_passes_strict_validation()
    {
        var manual = SomeDeployment.OfTheManual().Json;

        Assert.Empty(SchemaCheck.Problems(DefinitionOf(manual), manual));
    }

    [Fact]
    public void The_first_sample_is_the_manuals_deployment_with_other_images_and_memory()
    {
        var manual = SomeDeployment.OfTheManual()
            .With("cluster.runtime.image", "\"flink:1.20.5\"")
            .With("cluster.supervisor.image", "\"nextbreakpoint/flinkctl:2.0.0\"")
            .With("cluster.jobManager.resources.limits.memory", "\"1700Mi\"")
            .With("cluster.taskManager.resources.limits.memory", "\"1900Mi\"");

        Assert.Equal(manual.Json.ToJsonString(), Documents("deployment.yaml")[2].ToJsonString());
    }

    [Fact]
    public void The_first_sample_contains_the_config_map_and_the_secret()
    {
        var documents = Documents("deployment.yaml");

        Assert.Equal(Documents("flink-config.yaml").Single().ToJsonString(), documents[0].ToJsonString());
        Assert.Equal(Documents("flink-secrets.yaml").Single().ToJsonString(), documents[1].ToJsonString());
        Assert.All(documents[1]["data"]!.AsObject(), entry => Assert.NotEmpty(Convert.FromBase64String((string)entry.Value!)));
    }

    [Theory]
    [InlineData("cluster.jobManager.brandNew", "1", "unknown field spec.cluster.jobManager.brandNew")]
    [InlineData("cluster.jobManager.annotations", """{"answer": 42}""", "spec.cluster.jobManager.annotations.answer is Number, not string")]
    [InlineData("cluster.jobManager.resources", """{"limits": {"cpu": "much"}}""", "spec.cluster.jobManager.resources.limits.cpu is much, it")]
    [InlineData("cluster.jobManager.serviceMode", "\"LoadBalancer\"", "spec.cluster.jobManager.serviceMode is LoadBalancer, not one of")]
    [InlineData("cluster.taskManagers", "-1", "spec.cluster.taskManagers is -1, lower than 0")]
    [InlineData("cluster.runtime.image", null, "required field spec.cluster.runtime.image is missing")]
    [InlineData("jobs.0.name", "\"Upper\"", "spec.jobs[0].name is Upper, it does not match")]
    public void A_mistake_is_found(string field, string? value, string problem)
    {
        var deployment = SomeDeployment.OfTheManual().With(field, value).Json;

        Assert.StartsWith(problem, Assert.Single(SchemaCheck.Problems(DefinitionOf(deployment), deployment)));
    }

    static IReadOnlyList<JsonObject> Documents(string file) => YamlJson.Documents(RepositoryFiles.Read("samples", file));

    static bool IsOurs(JsonObject sample) => (string?)sample["apiVersion"] == "nextbreakpoint.com/v1";

    static JsonObject DefinitionOf(JsonObject sample) => DefinitionFiles.Definition(((string)sample["kind"]!).ToLowerInvariant());
}
