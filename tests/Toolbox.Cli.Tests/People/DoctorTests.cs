using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Client;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Tests.People;

/// <summary>The doctor finds what is wrong in a world without operator and supervisor, and says what to do.</summary>
public sealed class DoctorTests(StillWorld world) : IClassFixture<StillWorld>
{
    static readonly ResourceType<JsonObject> Definitions =
        ResourceTypes.Json("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", namespaced: false);

    [Fact]
    public async Task Every_finding_says_what_to_do()
    {
        var invocation = await world.Run("doctor");
        Assert.Equal((1, ""), (invocation.Code, invocation.Errors));
        foreach (var words in (string[])[
            "ok     flinkjobs.nextbreakpoint.com: installed, of this version",
            "wrong  operator: no Deployment runs one for namespace flink-jobs, and nobody leads\n       -> install the chart flink-k8s-toolbox-operator and scale it to 1",
            "wrong  supervisor of c: there is no Deployment supervisor-c",
            "note   Flink of c: cannot be reached from here",
            "class not found: com.Example\n       -> flinkctl describe fj/c-bad -n flink-jobs",
            "wrong  fj/alone: belongs to no cluster",
            "4 things are wrong in namespace flink-jobs."])
            Assert.Contains(words, invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definition_that_lacks_a_field_is_too_old()
    {
        const string name = "flinkdeployments.nextbreakpoint.com";
        var shipped = await Get(name);
        var older = shipped.DeepClone().AsObject();
        older["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["status"]!["properties"]!.AsObject().Remove("decision");
        await Put(name, older);
        try
        {
            Assert.Contains($"wrong  {name}: is older than this flinkctl: it lacks status.decision, ", (await world.Run("doctor")).Output, StringComparison.Ordinal);
        }
        finally
        {
            await Put(name, shipped);
        }
    }

    [Fact]
    public async Task Server_that_is_not_there_is_the_only_finding()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(world.Kubeconfig)).Replace($":{world.Client.Server.Port}", ":1", StringComparison.Ordinal));
        var invocation = await Invocation.Run("doctor", "--kubeconfig", file);
        File.Delete(file);
        Assert.Equal(1, invocation.Code);
        Assert.StartsWith("wrong  API server: ", invocation.Output, StringComparison.Ordinal);
        Assert.EndsWith("One thing is wrong in namespace flink-jobs.", invocation.Output, StringComparison.Ordinal);
    }

    async Task<JsonObject> Get(string name) => (await world.Client.Get(Definitions, null, name)).IsOk(out var found) ? found : throw new InvalidOperationException(name);

    async Task Put(string name, JsonObject definition)
    {
        var copy = definition.DeepClone().AsObject();
        copy["metadata"]!.AsObject().Remove("resourceVersion");
        copy.Remove("status");
        var answer = await world.Client.Replace(Definitions, null, copy);
        Assert.True(answer.IsOk(out _), $"{name}: {answer.Describe()}");
    }
}
