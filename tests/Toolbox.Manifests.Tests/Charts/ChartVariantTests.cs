using System.Text.Json.Nodes;
using Snapshooter.Xunit;
using Toolbox.CustomResourceDefinitions;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>What single values change against the defaults.</summary>
public class ChartVariantTests
{
    const string Roles = "flink-k8s-toolbox-roles";
    const string Operator = "flink-k8s-toolbox-operator";

    [HelmTheory]
    [InlineData("operator-with-tokens-and-both-stores", Operator, "authentication=token", "secretName=flink-operator-ssl")]
    [InlineData("operator-with-tokens-and-key-store-alone", Operator, "authentication=token", "secretName=flink-operator-ssl", "truststore.pathKey=")]
    [InlineData("operator-that-is-not-scraped", Operator, "monitoring.scrape=false")]
    [InlineData("operator-that-is-not-scraped-with-annotations", Operator, "monitoring.scrape=false", "annotations.team=data")]
    [InlineData("operator-in-dry-run", Operator, "dryRun=true")]
    [InlineData("roles-with-token-reviews", Roles, "tokenReviews=true")]
    public async Task A_variant_differs_from_the_defaults(string name, string chart, params string[] values)
    {
        Snapshot.Match(LineDifference.Between(await Helm.Template(chart), await Helm.Template(chart, values)), name);
    }

    [HelmTheory]
    [InlineData("truststore.pathKey=")]
    [InlineData("truststore.pathKey=null")]
    public async Task Without_a_key_of_the_trust_store_nothing_of_it_is_left(string value)
    {
        Assert.DoesNotContain("trust", await Helm.Template(Operator, "secretName=flink-operator-ssl", value), StringComparison.OrdinalIgnoreCase);
    }

    [HelmTheory]
    [InlineData("dashboard", "flink-k8s-toolbox.json", "dashboard.json")]
    [InlineData("alerts", "flink-k8s-toolbox.yaml", "alerts.yaml")]
    public async Task Monitoring_comes_as_a_map_of_exactly_the_file(string value, string key, string file)
    {
        var map = Assert.Single(YamlJson.Documents(await Helm.Template(Operator, $"monitoring.{value}=true")), IsMap);
        var data = map["data"]!.AsObject();
        Assert.Equal(RepositoryFiles.Read("helm", Operator, "monitoring", file).TrimEnd('\n'), (string?)Assert.Single(data).Value);
        Assert.Equal(key, Assert.Single(data).Key);
    }

    [HelmFact]
    public async Task Dashboard_and_alerts_together()
    {
        var maps = YamlJson.Documents(await Helm.Template(
            Operator, "monitoring.dashboard=true", "monitoring.dashboardLabels.team=data", "monitoring.alerts=true", "monitoring.alertLabels.role=alerts")).Where(IsMap);
        Snapshot.Match(string.Join("---\n", maps.Select(WithoutData).Select(YamlText.Write)), "monitoring");
    }

    static bool IsMap(JsonObject document) => (string?)document["kind"] == "ConfigMap";

    static JsonObject WithoutData(JsonObject document)
    {
        document["data"] = new JsonArray([.. document["data"]!.AsObject().Select(entry => (JsonNode?)entry.Key)]);
        return document;
    }
}
