using System.Text.Json.Nodes;
using Snapshooter.Xunit;
using Xunit.Abstractions;

namespace Toolbox.Manifests.Tests.Charts;

public class ChartTests(ITestOutputHelper output)
{
    const string Roles = "flink-k8s-toolbox-roles";
    const string Operator = "flink-k8s-toolbox-operator";
    const string Definitions = "flink-k8s-toolbox-crd";

    [Theory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    [InlineData(Definitions)]
    public async Task A_chart_passes_strict_lint(string chart)
    {
        if (Helm.IsMissing(output))
            return;

        var (exitCode, text) = await Helm.Run("lint", "--strict", chart);

        Assert.True(exitCode == 0, text);
    }

    [Fact]
    public async Task Roles_in_the_target_namespace()
    {
        if (Helm.IsMissing(output))
            return;

        Snapshot.Match(await Helm.Template(Roles, "targetNamespace=flink-jobs"), "roles");
    }

    [Theory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    public async Task The_older_name_of_the_target_namespace_means_the_same(string chart)
    {
        if (Helm.IsMissing(output))
            return;

        Assert.Equal(await Helm.Template(chart, "targetNamespace=flink-jobs"), await Helm.Template(chart, "observedNamespace=flink-jobs"));
    }

    [Fact]
    public async Task Without_a_target_namespace_all_objects_are_in_that_of_the_release()
    {
        if (Helm.IsMissing(output))
            return;

        Assert.All(YamlJson.Documents(await Helm.Template(Roles)), document =>
            Assert.Equal("flink-operator", (string?)document["metadata"]!["namespace"]));
    }

    [Fact]
    public async Task Operator_with_default_values()
    {
        if (Helm.IsMissing(output))
            return;

        Snapshot.Match(await Helm.Template(Operator), "operator");
    }

    [Fact]
    public async Task Operator_with_every_value()
    {
        if (Helm.IsMissing(output))
            return;

        Snapshot.Match(
            await Helm.Template(
                Operator, "targetNamespace=flink-jobs", "replicas=2", "secretName=flink-operator-ssl", "dryRun=true", "serviceType=NodePort",
                "serviceNodePort=30000", "image.registry=registry.example/", "image.pullSecrets=regcred", "annotations.team=data"),
            "operator-with-every-value");
    }

    [Fact]
    public async Task The_accounts_of_the_roles_are_those_that_the_objects_use()
    {
        if (Helm.IsMissing(output))
            return;

        var accounts = YamlJson.Documents(await Helm.Template(Roles, "targetNamespace=flink-jobs"))
            .Where(document => (string?)document["kind"] == "ServiceAccount").Select(Name).ToHashSet();
        var deployment = SomeDeployment.OfTheManual().Without("cluster.supervisor.serviceAccount").Without("jobs.0.spec.bootstrap.serviceAccount");

        Assert.Contains(RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Template.Spec.ServiceAccountName, accounts);
        Assert.Contains(RenderedYaml.Value(Render.BootstrapJob(deployment)).Spec.Template.Spec.ServiceAccountName, accounts);
        Assert.Contains("flink-operator", accounts);
    }

    [Fact]
    public async Task The_definitions_are_rendered_as_they_are_checked_in()
    {
        if (Helm.IsMissing(output))
            return;

        var rendered = YamlJson.Documents(await Helm.Template(Definitions)).ToDictionary(Name);

        Assert.All(CustomResources.DefinitionFiles.Names, name =>
        {
            var definition = CustomResources.DefinitionFiles.Definition(name);
            Assert.True(JsonNode.DeepEquals(definition, rendered[Name(definition)]), name);
        });
    }

    static string Name(JsonObject document) => (string)document["metadata"]!["name"]!;
}
