using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.CustomResources;

public class SampleTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "samples"), "*.yaml").Select(path => Path.GetFileName(path)).Order()];

    [Theory, MemberData(nameof(Files))]
    public void A_sample_passes_strict_validation(string file) =>
        Assert.All(Documents(file).Where(IsOurs), sample => Assert.Empty(Problems(sample)));

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

        Assert.Empty(Problems(manual));
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
    [InlineData("cluster.jobManager.brandNew", "1", "unknown field \"spec.cluster.jobManager.brandNew\"")]
    [InlineData("cluster.jobManager.annotations", """{"answer": 42}""", "spec.cluster.jobManager.annotations.answer: Invalid value: \"integer\"")]
    [InlineData("cluster.jobManager.resources", """{"limits": {"cpu": "much"}}""", "spec.cluster.jobManager.resources.limits.cpu: Invalid value")]
    [InlineData("cluster.jobManager.serviceMode", "\"LoadBalancer\"", "spec.cluster.jobManager.serviceMode: Unsupported value: \"LoadBalancer\"")]
    [InlineData("cluster.taskManagers", "-1", "spec.cluster.taskManagers: Invalid value: -1")]
    [InlineData("cluster.taskManager.taskSlots", "0", "spec.cluster.taskManager.taskSlots: Invalid value: 0")]
    [InlineData("cluster.runtime.image", null, "spec.cluster.runtime.image: Required value")]
    [InlineData("jobs.1.name", "\"job-1\"", "spec.jobs[1]: Duplicate value")]
    [InlineData("jobs.0.name", "\"Upper\"", "spec.jobs[0].name: Invalid value: \"Upper\"")]
    public void A_mistake_is_refused(string field, string? value, string problem) =>
        Assert.Contains(Problems(SomeDeployment.OfTheManual().With(field, value).Json),
            found => found.StartsWith(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("cluster.jobManager.volumes", "null")]
    [InlineData("cluster.taskManager.taskSlots", "null")]
    [InlineData("cluster.taskManagers", "null")]
    [InlineData("cluster.taskManager.resources", """{"limits": {"cpu": 2, "memory": "1.5Gi"}}""")]
    [InlineData("cluster.jobManager.sideContainers",
        """[{"name": "proxy", "image": "proxy:1", "livenessProbe": {"httpGet": {"path": "/", "port": "web"}}, "ports": [{"containerPort": 80}]}]""")]
    [InlineData("jobs", "null")]
    public void What_users_wrote_before_is_accepted(string field, string value) =>
        Assert.Empty(Problems(SomeDeployment.OfTheManual().With(field, value).Json));

    [Theory]
    [InlineData("cluster.minTaskManagers", "4", "cluster.maxTaskManagers", "3", "spec.cluster: Invalid value: minTaskManagers must not be greater")]
    [InlineData("jobs.0.spec.minJobParallelism", "2", "jobs.0.spec.maxJobParallelism", "1",
        "spec.jobs[0].spec: Invalid value: minJobParallelism must not be greater")]
    public void A_lowest_number_above_the_highest_is_refused(string low, string lowest, string high, string highest, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Problems(SomeDeployment.OfTheManual().With(low, lowest).With(high, highest).Json)));

    [Fact]
    public void A_lowest_number_that_equals_the_highest_is_accepted() =>
        Assert.Empty(Problems(SomeDeployment.OfTheManual().With("cluster.minTaskManagers", "3").With("cluster.maxTaskManagers", "3").Json));

    [Fact]
    public void A_name_with_a_dot_is_refused()
    {
        var deployment = SomeDeployment.OfTheManual().Json;
        deployment["metadata"]!["name"] = "cluster.1";

        Assert.Contains("the name may hold lower case letters, digits and dashes only", Assert.Single(Problems(deployment)));
    }

    static IReadOnlyList<JsonObject> Documents(string file) => YamlJson.Documents(RepositoryFiles.Read("samples", file));

    static bool IsOurs(JsonObject sample) => (string?)sample["apiVersion"] == "nextbreakpoint.com/v1";

    static IReadOnlyList<string> Problems(JsonObject sample) =>
        DefinitionFiles.Problems(((string)sample["kind"]!).ToLowerInvariant(), sample);
}
