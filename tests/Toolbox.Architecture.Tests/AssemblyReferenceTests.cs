using System.Reflection;

namespace Toolbox.Architecture.Tests;

/// <summary>What the compiled assemblies really use, whatever the project files say.</summary>
public class AssemblyReferenceTests
{
    [Fact]
    public void Core_uses_nothing_but_LanguageExt_and_Stateless() => Complaints.None(
        ReferencesOf("Toolbox.Core").Where(name => !IsOfTheRuntime(name)).Except(["LanguageExt.Core", "Stateless"]),
        "Toolbox.Core is pure: put what needs another library into an adapter (Toolbox.Kubernetes, Toolbox.Flink) and pass the result in a snapshot:");

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Console")]
    [InlineData("System.IO.FileSystem.Watcher")]
    public void Core_uses_no_input_or_output_of_the_runtime(string assembly) => Assert.DoesNotContain(assembly, ReferencesOf("Toolbox.Core"));

    [Theory]
    [InlineData("Toolbox.Core")]
    [InlineData("Toolbox.Manifests")]
    public void Pure_projects_use_none_of_our_clients(string project) => Complaints.None(
        ReferencesOf(project).Intersect(["Toolbox.KubernetesApi", "Toolbox.Kubernetes", "Toolbox.Flink"]), $"{project} is pure: no client may come in:");

    [Fact]
    public void The_sandbox_knows_nothing_of_our_rules() => Complaints.None(
        ReferencesOf("Toolbox.Sandbox").Where(name => name.StartsWith("Toolbox.", StringComparison.Ordinal)).Except(["Toolbox.KubernetesApi"]),
        "Toolbox.Sandbox is a world that our rules are tried in: it may know the Kubernetes client and models only:");

    [Theory]
    [InlineData("Toolbox.KubernetesApi")]
    [InlineData("Toolbox.Flink")]
    public void Clients_know_nothing_of_each_other(string project) => Complaints.None(
        ReferencesOf(project).Where(name => name.StartsWith("Toolbox.", StringComparison.Ordinal)).Except(["Toolbox.Core"]),
        $"{project} is a client: let Toolbox.Operator bring the two together:");

    static IReadOnlyList<string> ReferencesOf(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)];

    static bool IsOfTheRuntime(string name) => name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib";
}
