using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Top;

/// <summary><c>flinkctl top</c>: clusters and jobs at a glance, live on a terminal.</summary>
static class TopCommand
{
    static readonly Option<bool> Once = new("--once") { Description = "Show the table once; so it is done, too, where the output is no terminal. The live one ends with q or Ctrl-C." };

    public static Command Create() => new PeopleCommand(
        "top", "Show state, slots, restarts and age of the last checkpoint and savepoint of clusters and jobs.", Run, Once, KubernetesOptions.Everywhere)
    {
        Examples = ["flinkctl top -n flink-jobs", "flinkctl top --once | grep FAILED"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var place = parsed.GetValue(KubernetesOptions.Everywhere) ? null : @namespace;
        var terminal = Terminal.Of(parsed);
        if (!parsed.GetValue(Once) && terminal.IsScreen) await new LiveTop(client, place, terminal).Run(cancellation);
        else terminal.Columns([.. TopTable.Rows(await List(client, ResourceKind.Cluster, place, cancellation), await List(client, ResourceKind.Job, place, cancellation), TimeProvider.System.GetUtcNow())]);
        return ExitCodes.Done;
    }

    static async Task<IReadOnlyList<JsonObject>> List(KubernetesApiClient client, ResourceKind kind, string? place, CancellationToken cancellation) =>
        (await Needed.From(client, kind.Type.Plural, client.ListAll(kind.Type, place, cancellation: cancellation))).Items;
}
