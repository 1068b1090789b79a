using System.Xml.Linq;

namespace Toolbox.Architecture.Tests;

/// <summary>The direction of references between projects; the command line may use everything.</summary>
public class ProjectReferenceTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Toolbox.Core"] = [],
        ["Toolbox.KubernetesApi"] = [],
        ["Toolbox.Manifests"] = ["Toolbox.Core"],
        // The executor renders: a command with its resource becomes an object there.
        ["Toolbox.Kubernetes"] = ["Toolbox.Core", "Toolbox.KubernetesApi", "Toolbox.Manifests"],
        ["Toolbox.Flink"] = ["Toolbox.Core"],
        ["Toolbox.Operator"] = ["Toolbox.Core", "Toolbox.Manifests", "Toolbox.KubernetesApi", "Toolbox.Kubernetes", "Toolbox.Flink"],
        ["Toolbox.Api"] = ["Toolbox.Core", "Toolbox.Manifests", "Toolbox.KubernetesApi", "Toolbox.Kubernetes", "Toolbox.Flink"],
        ["Toolbox.Studio"] = ["Toolbox.Core", "Toolbox.Manifests", "Toolbox.KubernetesApi", "Toolbox.Kubernetes", "Toolbox.Flink"],
        ["Toolbox.Sandbox"] = ["Toolbox.KubernetesApi"],
    };

    public static TheoryData<string> ProductProjects =>
        [.. Repository.Projects.Where(path => path.StartsWith("src/", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory, MemberData(nameof(ProductProjects))]
    public void References_of_a_project_point_inwards(string project)
    {
        if (project == "Toolbox.Cli") return;
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is new: say in ProjectReferenceTests.Allowed what it may reference");
        Complaints.None(ReferencesOf(project).Except(allowed!), $"{project} may reference only {string.Join(", ", allowed!)}; move the code or turn the dependency round:");
    }

    [Theory, MemberData(nameof(ProductProjects))]
    public void No_product_project_references_a_test_or_a_tool(string project) => Complaints.None(
        ReferencesOf(project).Where(name => !name.StartsWith("Toolbox.", StringComparison.Ordinal) || name.EndsWith(".Tests", StringComparison.Ordinal)),
        $"{project} ships; it may reference only projects of src:");

    static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("OutputItemType") != "Analyzer")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
}
