using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Tree;

/// <summary><c>flinkctl tree</c>: what belongs to what, with its health.</summary>
static class TreeCommand
{
    static readonly Argument<string[]> Resource = ResourceReference.Argument("A deployment or cluster; without it everything.", new ArgumentArity(0, 2));

    public static Command Create() => new PeopleCommand("tree", "Show deployments, their clusters, jobs and pods with their health as a tree.", Run, Resource)
    {
        Examples = ["flinkctl tree", "flinkctl tree cluster-1 -n flink-jobs"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var content = await NamespaceContent.Read(client, @namespace, cancellation);
        var forest = new ResourceForest(content);
        var terminal = Terminal.Of(parsed);
        var trees = parsed.GetValue(Resource) is { Length: > 0 } words ? Chosen(ResourceReference.Parse(words), content, @namespace, forest) : [.. forest.All()];
        if (trees.Count == 0) terminal.Output.WriteLine($"No resources in namespace {@namespace}");
        foreach (var tree in trees) tree.Draw(terminal);
        return ExitCodes.Done;
    }

    // A deployment and its cluster have the same name; the tree of the deployment shows both.
    static IReadOnlyList<TreeNode> Chosen(ResourceReference reference, NamespaceContent content, string @namespace, ResourceForest forest)
    {
        var (kind, resource) = reference.Find(content, @namespace)[0];
        return [kind == ResourceKind.Deployment ? forest.Deployment(resource) : kind == ResourceKind.Cluster ? forest.Cluster(resource) : forest.Job(resource)];
    }
}
