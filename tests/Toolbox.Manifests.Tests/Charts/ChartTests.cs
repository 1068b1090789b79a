using System.Text.Json.Nodes;
using Snapshooter.Xunit;

namespace Toolbox.Manifests.Tests.Charts;

public class ChartTests
{
    const string Roles = "flink-k8s-toolbox-roles";
    const string Operator = "flink-k8s-toolbox-operator";
    const string Definitions = "flink-k8s-toolbox-crd";

    [HelmTheory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    [InlineData(Definitions)]
    public async Task A_chart_passes_strict_lint(string chart)
    {
        var (exitCode, text) = await Helm.Run("lint", "--strict", chart);

        Assert.True(exitCode == 0, text);
    }

    [HelmFact]
    public async Task Roles_in_the_target_namespace()
    {
        Snapshot.Match(await Helm.Template(Roles, "targetNamespace=flink-jobs"), "roles");
    }

    [HelmTheory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    public async Task The_older_name_of_the_target_namespace_means_the_same(string chart)
    {
        Assert.Equal(await Helm.Template(chart, "targetNamespace=flink-jobs"), await Helm.Template(chart, "observedNamespace=flink-jobs"));
    }

    [HelmFact]
    public async Task Without_a_target_namespace_all_objects_are_in_that_of_the_release()
    {
        Assert.All(YamlJson.Documents(await Helm.Template(Roles)), document =>
            Assert.Equal("flink-operator", (string?)document["metadata"]!["namespace"]));
    }

    [HelmFact]
    public async Task Operator_with_default_values()
    {
        Snapshot.Match(await Helm.Template(Operator), "operator");
    }

    [HelmFact]
    public async Task Operator_with_every_value()
    {
        Snapshot.Match(
            await Helm.Template(
                Operator, "targetNamespace=flink-jobs", "replicas=2", "secretName=flink-operator-ssl", "dryRun=true", "serviceType=NodePort",
                "serviceNodePort=30000", "image.registry=registry.example/", "image.pullSecrets=regcred", "annotations.team=data"),
            "operator-with-every-value");
    }

    [HelmFact]
    public async Task The_accounts_of_the_roles_are_those_that_the_objects_use()
    {
        var accounts = YamlJson.Documents(await Helm.Template(Roles, "targetNamespace=flink-jobs"))
            .Where(document => (string?)document["kind"] == "ServiceAccount").Select(Name).ToHashSet();
        var deployment = SomeDeployment.OfTheManual().Without("cluster.supervisor.serviceAccount").Without("jobs.0.spec.bootstrap.serviceAccount");

        Assert.Contains(RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Template.Spec.ServiceAccountName, accounts);
        Assert.Contains(RenderedYaml.Value(Render.BootstrapJob(deployment)).Spec.Template.Spec.ServiceAccountName, accounts);
        Assert.Contains("flink-operator", accounts);
    }

    [HelmFact]
    public async Task The_definitions_are_rendered_as_they_are_checked_in()
    {
        var rendered = YamlJson.Documents(await Helm.Template(Definitions)).ToDictionary(Name);

        Assert.All(CustomResources.DefinitionFiles.Names, name =>
        {
            var definition = CustomResources.DefinitionFiles.Definition(name);
            Assert.True(JsonNode.DeepEquals(definition, rendered[Name(definition)]), name);
        });
    }

    static string Name(JsonObject document) => (string)document["metadata"]!["name"]!;
}
