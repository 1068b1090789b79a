using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Connections;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Completion;

/// <summary>
/// <c>flinkctl names KIND -- WORDS</c>, for completion scripts only: names that could stand at the end of a command line, asked for where
/// that command line would ask. What cannot be answered soon is no answer, and never an error.
/// </summary>
static class NamesCommand
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly Argument<string> Kind = new("kind");
    static readonly Argument<string[]> Words = new("words") { Arity = ArgumentArity.ZeroOrMore };

    public static Command Create(RootCommand root)
    {
        var command = new Command("names", "Names of resources, for completion scripts.") { Kind, Words };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellation) =>
        {
            foreach (var name in await Names(parsed.GetValue(Kind)!, root.Parse(parsed.GetValue(Words)!), cancellation)) parsed.InvocationConfiguration.Output.WriteLine(name);
            return ExitCodes.Done;
        });
        return command;
    }

    static async Task<IEnumerable<string>> Names(string kind, ParseResult line, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return line.CommandResult.Command is ClientCommand ? await OfOperator(kind, line, limit.Token) : await OfKubernetes(kind, line, limit.Token);
        }
        catch (Exception error) when (error is FailureException or RefusalException or ApiConnectionException or OperationCanceledException or InvalidOperationException)
        {
            return [];
        }
    }

    static async Task<IEnumerable<string>> OfOperator(string kind, ParseResult line, CancellationToken cancellation)
    {
        var path = kind switch
        {
            "deployment" => "deployments",
            "cluster" => "clusters",
            _ => line.GetValue(ResourceNames.Cluster) is { Length: > 0 } ? $"{PathNames.Cluster(line)}/jobs" : "",
        };
        if (path.Length == 0) return [];
        using var client = new OperatorClient(OperatorOptions.Read(line));
        var answer = await client.Send(OperatorRequest.Get(path), Patience, cancellation);
        return (answer.Output as JsonArray ?? []).Select(item => item.Text());
    }

    static async Task<IEnumerable<string>> OfKubernetes(string kind, ParseResult line, CancellationToken cancellation)
    {
        using var client = KubernetesOptions.Connect(line);
        var names = new List<string>();
        foreach (var one in ResourceKind.All.Where(one => kind != "job" || one == ResourceKind.Job))
        {
            var answer = await client.ListAll(one.Type, KubernetesOptions.NamespaceOf(line, client), cancellation: cancellation);
            if (answer.IsOk(out var list)) names.AddRange(list.Items.Select(item => Spelling(one, item.Name(), kind)).Order(StringComparer.Ordinal));
        }
        return kind == "kind" ? [.. ResourceKind.All.Select(one => $"{one.Words[1]}s"), .. names] : names;
    }

    static string Spelling(ResourceKind kind, string name, string asked) => asked == "job" ? name : $"{kind.ShortName}/{name}";
}
