using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Resources;

/// <summary>Options of the commands that talk to the Kubernetes API with a kubeconfig alone.</summary>
static class KubernetesOptions
{
    static readonly Option<string?> Namespace = new("--namespace", "-n") { Description = "Namespace; without it that of the kubeconfig's context.", HelpName = "name" };
    static readonly Option<string?> Kubeconfig = new("--kubeconfig", "--kube-config")
    {
        Description = "Kubeconfig file; without it KUBECONFIG, the service account of the pod, or ~/.kube/config.", HelpName = "file",
    };
    static readonly Option<string?> Context = new("--context") { Description = "Context of the kubeconfig; without it the current one.", HelpName = "name" };

    /// <summary>The option <c>--all-namespaces</c>, for commands that can show several.</summary>
    public static Option<bool> Everywhere { get; } = new("--all-namespaces", "-A") { Description = "All namespaces." };

    public static void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Namespace, Kubeconfig, Context, Terminal.Colour]) command.Options.Add(option);
    }

    /// <exception cref="ApiConnectionException">One line says which file and what is wrong.</exception>
    public static KubernetesApiClient Connect(ParseResult parsed) =>
        KubernetesApiClient.Connect(ApiConnections.Discover(parsed.GetValue(Kubeconfig), parsed.GetValue(Context)));

    public static string NamespaceOf(ParseResult parsed, KubernetesApiClient client) => GivenNamespace(parsed) ?? client.DefaultNamespace;

    /// <summary>The namespace of the command line, or null.</summary>
    public static string? GivenNamespace(ParseResult parsed) => parsed.GetValue(Namespace) is { Length: > 0 } named ? named : null;
}
