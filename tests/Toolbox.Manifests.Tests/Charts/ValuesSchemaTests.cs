using System.Text.RegularExpressions;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>Values that cannot be meant are refused by name before anything is installed.</summary>
public partial class ValuesSchemaTests
{
    const string Roles = "flink-k8s-toolbox-roles";
    const string Operator = "flink-k8s-toolbox-operator";

    /// <summary>Not in values.yaml: what a parent chart hands to all of its children, and the older name of targetNamespace.</summary>
    static readonly string[] WithoutDefault = ["global", "observedNamespace"];

    /// <summary>Chart, value as <c>--set</c> takes it, and what the error must name.</summary>
    public static TheoryData<string, string, string> Bad { get; } = new()
    {
        { Roles, "targetNamespace=Flink_Jobs", "targetNamespace" },
        { Roles, "observedNamespace=-jobs", "observedNamespace" },
        { Roles, "tokenReviews=yes", "tokenReviews" },
        { Roles, "targetNamespaces=flink-jobs", "targetNamespaces" },
        { Roles, "global=all", "global" },
        { Operator, "global=all", "global" },
        { Operator, "name=flink.operator", "name" },
        { Operator, "name=null", "name" },
        { Operator, "image.registry=5000", "image.registry" },
        { Operator, "image.repository=", "image.repository" },
        { Operator, "image.tag=", "image.tag" },
        { Operator, "image.tag=true", "image.tag" },
        { Operator, "image.pullPolicy=always", "image.pullPolicy" },
        { Operator, "image.pullSecrets={regcred}", "image.pullSecrets" },
        { Operator, "image.digest=sha256", "digest" },
        { Operator, "replicas=-1", "replicas" },
        { Operator, "replicas=one", "replicas" },
        { Operator, "replica=1", "replica" },
        { Operator, "targetNamespace=flink.jobs", "targetNamespace" },
        { Operator, "observedNamespace=Jobs", "observedNamespace" },
        { Operator, "annotations=none", "annotations" },
        { Operator, "resources=none", "resources" },
        { Operator, "securityContext=none", "securityContext" },
        { Operator, "strategy=Recreate", "strategy" },
        { Operator, "strategy.type=recreate", "strategy.type" },
        { Operator, "secretName=Flink_TLS", "secretName" },
        { Operator, "keystore.pathKey=", "keystore.pathKey" },
        { Operator, "keystore.pathKey=tls/keystore.jks", "keystore.pathKey" },
        { Operator, "keystore.secretKey=", "keystore.secretKey" },
        { Operator, "keystore.password=secret", "password" },
        { Operator, "truststore.pathKey=tls/truststore.jks", "truststore.pathKey" },
        { Operator, "truststore.secretKey=", "truststore.secretKey" },
        { Operator, "serviceAccount=", "serviceAccount" },
        { Operator, "serviceType=nodeport", "serviceType" },
        { Operator, "serviceNodePort=4444", "serviceNodePort" },
        { Operator, "serviceNodePort=32768", "serviceNodePort" },
        { Operator, "serviceNodePort=none", "serviceNodePort" },
        { Operator, "controlPort=0", "controlPort" },
        { Operator, "controlPort=65536", "controlPort" },
        { Operator, "controlPortName=Control", "controlPortName" },
        { Operator, "monitorPort=monitor", "monitorPort" },
        { Operator, "monitorPortName=a-name-that-is-too-long", "monitorPortName" },
        { Operator, "taskTimeout=0", "taskTimeout" },
        { Operator, "pollingInterval=10s", "pollingInterval" },
        { Operator, "dryRun=yes", "dryRun" },
        { Operator, "authentication=basic", "authentication" },
        { Operator, "monitoring.scrape=1", "monitoring.scrape" },
        { Operator, "monitoring.dashboard=on", "monitoring.dashboard" },
        { Operator, "monitoring.alerts=on", "monitoring.alerts" },
        { Operator, "monitoring.alert=true", "alert" },
        { Operator, "monitoring.dashboardLabels=grafana", "monitoring.dashboardLabels" },
        { Operator, "monitoring.alertLabels=prometheus", "monitoring.alertLabels" },
    };

    [Theory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    public void A_schema_knows_exactly_the_values_of_a_chart(string chart)
    {
        var schema = new ValuesSchema(chart);

        Assert.Equal(schema.NamesOfValues.Concat(WithoutDefault).Order(), schema.Names.Order());
    }

    // Its tables write `image.registry`, `.repository` and so on.
    [Theory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    public void The_manual_explains_every_value(string chart)
    {
        var manual = RepositoryFiles.Read("README.md");

        Assert.All(new ValuesSchema(chart).NamesOfValues, name =>
            Assert.True(manual.Contains($"`{name}`", StringComparison.Ordinal) || manual.Contains($"`.{name.Split('.')[^1]}`", StringComparison.Ordinal), name));
    }

    [Theory]
    [InlineData(Roles)]
    [InlineData(Operator)]
    public void Every_value_is_tried_with_something_wrong(string chart) =>
        Assert.Empty(new ValuesSchema(chart).Names.Except(Bad.Where(row => (string)row[0] == chart).Select(row => (string)row[2])));

    [HelmTheory]
    [MemberData(nameof(Bad))]
    public async Task A_wrong_value_is_refused_by_name(string chart, string value, string field)
    {
        var (exitCode, text) = await Helm.TryTemplate(chart, value);

        Assert.True(exitCode != 0, text);
        Assert.Contains("values don't meet the specifications of the schema", text, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^-(.*)\s{Regex.Escape(field)}[:\s]", text);
    }

    [HelmTheory]
    [InlineData(Roles, "global.team=data", "targetNamespace=", "tokenReviews=true")]
    [InlineData(Roles, "observedNamespace=flink-jobs")]
    [InlineData(Operator, "global.team=data", "observedNamespace=flink-jobs")]
    [InlineData(Operator, "image.registry=registry.example:5000/", "image.tag=2", "image.pullPolicy=IfNotPresent", "image.pullSecrets=regcred")]
    [InlineData(Operator, "image.tag=2.0.0-beta_1")]
    [InlineData(Operator, "replicas=2", "strategy.type=RollingUpdate", "strategy.rollingUpdate.maxSurge=1")]
    [InlineData(Operator, "strategy=null", "resources=null", "securityContext=null", "annotations=null")]
    [InlineData(Operator, "resources.limits.cpu=2", "securityContext.runAsUser=1000", "annotations.team=data", "monitoring.alertLabels.role=alerts")]
    [InlineData(Operator, "secretName=flink-operator-ssl", "keystore.pathKey=tls.p12", "truststore.pathKey=", "authentication=token")]
    [InlineData(Operator, "serviceType=NodePort", "serviceNodePort=30000")]
    [InlineData(Operator, "serviceType=LoadBalancer", "serviceNodePort=", "controlPort=443", "monitorPort=65535", "controlPortName=rest")]
    [InlineData(Operator, "taskTimeout=1", "pollingInterval=1", "dryRun=true")]
    public async Task What_can_be_meant_is_taken(string chart, params string[] values)
    {
        await Helm.Template(chart, values);
    }

    [HelmFact]
    public async Task A_node_port_may_come_as_text()
    {
        string[] render = ["template", "toolbox", Operator, "--set", "serviceType=NodePort", "--set-string"];
        var (exitCode, text) = await Helm.Run([.. render, "serviceNodePort=32767"]);
        Assert.True(exitCode == 0, text);
        Assert.Contains("nodePort: 32767", text, StringComparison.Ordinal);
        Assert.NotEqual(0, (await Helm.Run([.. render, "serviceNodePort=32768"])).ExitCode);
    }

    [HelmFact]
    public async Task Values_of_the_manual_are_taken()
    {
        var manual = RepositoryFiles.Read("README.md");
        var commands = ManualCommand().Matches(manual);
        Assert.NotEmpty(commands);
        Assert.Equal(manual.Split('\n').Count(line => line.StartsWith("    helm ", StringComparison.Ordinal)), commands.Count);
        foreach (Match command in commands)
            await Helm.Template(command.Groups["chart"].Value, [.. command.Groups["value"].Captures.Select(value => value.Value)]);
    }

    [GeneratedRegex(@"^    helm (install|upgrade) \S+ helm/(?<chart>\S+)(( --set (?<value>\S+))| -\S+( [^-\s]\S*)?)*$", RegexOptions.Multiline)]
    private static partial Regex ManualCommand();
}
