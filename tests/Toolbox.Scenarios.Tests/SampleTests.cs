using Toolbox.Manifests.Tests;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>What a new user has in hand, applied by the real kubectl as it is: every sample, and the files of the manual.</summary>
public sealed class SampleTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>, IDisposable
{
    readonly Kubectl _kubectl = new(world);

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(ProjectFiles.Root, "samples"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [KubectlTheory, MemberData(nameof(Samples))]
    public async Task A_sample_is_accepted_becomes_ready_and_goes_without_a_trace(string file) =>
        await ComesAndGoes(Path.Combine(ProjectFiles.Root, "samples", file), ProjectFiles.Text($"samples/{file}"));

    [ManualFact]
    public async Task The_files_of_the_manual_are_accepted_and_the_deployment_becomes_ready()
    {
        var files = Manual.FirstDeployment();
        Assert.Equal(["ConfigMap", "Secret", "FlinkDeployment"], files.Select(yaml => (string?)YamlJson.Documents(yaml).Single()["kind"]));
        foreach (var (yaml, place) in files.SkipLast(1).Select((yaml, place) => (yaml, place))) await _kubectl.Run("apply", "-f", _kubectl.Write($"{place}.yaml", yaml));
        await ComesAndGoes(_kubectl.Write("deployment.yaml", files[^1]), files[^1]);
    }

    public void Dispose() => _kubectl.Dispose();

    async Task ComesAndGoes(string path, string yaml)
    {
        // kubectl validates strictly by default: a field that no schema knows is an error.
        Assert.Contains("created", await _kubectl.Run("apply", "-f", path));
        var own = YamlJson.Documents(yaml).Select(document => ($"{document["kind"]}", (string)document["metadata"]!["name"]!)).Where(item => item.Item1.StartsWith("Flink", StringComparison.Ordinal)).ToList();
        foreach (var (kind, name) in own)
            await _kubectl.Run("wait", $"{kind}/{name}", "--for=condition=Ready", $"--timeout={World.Patience.TotalSeconds:0}s");
        Took("apply to ready");
        Assert.All((await _kubectl.Run("apply", "-f", path)).Trim().Split('\n'), line => Assert.EndsWith(" unchanged", line, StringComparison.Ordinal));
        Assert.Equal("", await _kubectl.Run("diff", "-f", path));
        await _kubectl.Run("delete", "-f", path, $"--timeout={World.Patience.TotalSeconds:0}s");
        foreach (var (_, name) in own)
            await World.UntilGone($"what belongs to {name}", () => new[] { Kinds.FlinkCluster, Kinds.FlinkJob, Kinds.Pod, Kinds.Service, Kinds.Job, Kinds.Deployment }
                .SelectMany(World.Watched.All).Where(item => item.Name().Contains(name, StringComparison.Ordinal)), name);
        Took("delete");
    }
}
