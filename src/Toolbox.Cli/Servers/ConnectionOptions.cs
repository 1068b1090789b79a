using System.CommandLine;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Servers;

/// <summary>How a server process finds the API server and its namespace.</summary>
sealed class ConnectionOptions
{
    readonly Option<string> _namespace = new("--namespace") { Description = "Namespace of the resources.", DefaultValueFactory = _ => "default" };
    readonly Option<FileInfo?> _kubeconfig = new("--kube-config", "--kubeconfig") { Description = "Kubeconfig file; without it KUBECONFIG, the service account of the pod, or ~/.kube/config." };

    public void AddTo(Command command)
    {
        command.Options.Add(_namespace);
        command.Options.Add(_kubeconfig);
    }

    public string Namespace(ParseResult parsed) => parsed.GetValue(_namespace)!;

    /// <exception cref="ApiConnectionException">One line says which file and what is wrong.</exception>
    public KubernetesApiClient Connect(ParseResult parsed) => KubernetesApiClient.Connect(ApiConnections.Discover(parsed.GetValue(_kubeconfig)?.FullName));
}
