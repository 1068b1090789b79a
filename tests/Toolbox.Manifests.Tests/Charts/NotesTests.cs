using Snapshooter.Xunit;
using Toolbox.Sandbox;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>What helm tells after an installation; it does so only with an API server, which here is the sandbox's.</summary>
public sealed class NotesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("notes").FullName;

    [HelmTheory]
    [InlineData("notes")]
    [InlineData("notes-with-a-pod-and-https", "replicas=1", "secretName=flink-operator-ssl")]
    [InlineData("notes-with-tokens-and-key-store-alone", "replicas=1", "secretName=flink-operator-ssl", "truststore.pathKey=", "authentication=token")]
    [InlineData("notes-with-other-names-in-dry-run", "name=flink", "controlPort=8443", "targetNamespace=", "dryRun=true", "authentication=token")]
    public async Task Notes_tell_how_to_go_on(string name, params string[] values)
    {
        await using var sandbox = await SandboxWorld.StartAsync(
            new SandboxOptions { Bare = true, NoNode = true, KubeconfigPath = Path.Combine(_folder, "kubeconfig") }, CancellationToken.None);

        string[] install = ["install", "toolbox", "flink-k8s-toolbox-operator", "--namespace", "flink-operator", "--dry-run=client", "--kubeconfig", sandbox.KubeconfigPath];
        var (exitCode, text) = await Helm.Run([.. install, .. new[] { "targetNamespace=flink-jobs" }.Concat(values).SelectMany(value => new[] { "--set", value })]);

        Assert.True(exitCode == 0, text);
        Snapshot.Match(text[text.IndexOf("\nNOTES:\n", StringComparison.Ordinal)..], name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
