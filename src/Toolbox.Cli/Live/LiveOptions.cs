using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Live;

/// <summary>What commands that look at a live namespace have in common: where it is, and how the answer is written.</summary>
sealed class LiveOptions
{
    readonly Option<string?> _namespace = new("--namespace", "-n") { Description = "Namespace; without it that of the kubeconfig's context." };
    readonly Option<FileInfo?> _kubeconfig = new("--kubeconfig", "--kube-config") { Description = "Kubeconfig file; without it KUBECONFIG, the service account of the pod, or ~/.kube/config." };
    readonly Option<string?> _output = Choices.OneOf("--output", "-o", "How the answer is written; text by default.", "text", "json", "yaml");

    public void AddTo(Command command)
    {
        command.Options.Add(_namespace);
        command.Options.Add(_kubeconfig);
        command.Options.Add(_output);
    }

    /// <exception cref="ApiConnectionException">One line says which file and what is wrong.</exception>
    public KubernetesApiClient Connect(ParseResult parsed) => KubernetesApiClient.Connect(ApiConnections.Discover(parsed.GetValue(_kubeconfig)?.FullName));

    public string Namespace(ParseResult parsed, KubernetesApiClient client) => GivenNamespace(parsed) ?? client.DefaultNamespace;

    /// <summary>The namespace of the command line, or null.</summary>
    public string? GivenNamespace(ParseResult parsed) => parsed.GetValue(_namespace) is { Length: > 0 } name ? name : null;

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(_output) switch
    {
        "json" => OutputFormat.Json,
        "yaml" => OutputFormat.Yaml,
        _ => OutputFormat.Text,
    };
}
