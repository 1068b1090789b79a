using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.Client.Output;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Get;

/// <summary><c>flinkctl get</c>: resources in the columns that kubectl shows.</summary>
static class GetCommand
{
    static readonly Argument<string[]> Words = new("KIND") { Description = "deployments (fd), clusters (fc), jobs (fj) or all, and names of that kind.", Arity = ArgumentArity.ZeroOrMore };
    static readonly Option<string?> Output = Choices.OneOf("--output", "-o", "Form of the output; without it tables.", "table", "json", "yaml", "name");
    static readonly Option<string?> Selector = new("--selector", "-l") { Description = "Only resources with these labels.", HelpName = "labels" };

    public static Command Create() => new PeopleCommand(
        "get", "Show deployments, clusters and jobs as tables.", Run, Words, Output, Selector, KubernetesOptions.Everywhere)
    {
        Examples = ["flinkctl get", "flinkctl get jobs -n flink-jobs", "flinkctl get fj cluster-1-job-1 -o yaml", "flinkctl get clusters -A"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var (kinds, names) = Parse(parsed.GetValue(Words)!);
        var (place, form) = (parsed.GetValue(KubernetesOptions.Everywhere) ? null : @namespace, parsed.GetValue(Output));
        var query = new GetQuery(client, place, parsed.GetValue(Selector), names);
        var terminal = Terminal.Of(parsed);
        if (form is null or "table") await new GetTables(query, terminal).Show(kinds, cancellation);
        else
        {
            var items = await query.Items(kinds, cancellation);
            terminal.Output.WriteLine(form == "name" ? string.Join('\n', items.Select(Name)) : AnswerText.Of(Content(items, names), form));
        }
        return ExitCodes.Done;
    }

    static (IReadOnlyList<ResourceKind> Kinds, string[] Names) Parse(string[] words) => words switch
    {
        [] or ["all"] => (ResourceKind.All, []),
        [var one] when one.Contains('/') && ResourceReference.Parse(words) is { Kind: { } kind } reference => ([kind], [reference.Name]),
        [var kind, .. var names] => ([ResourceKind.Parse(kind)], names),
    };

    static JsonNode Content(IReadOnlyList<JsonObject> items, string[] names) => names.Length == 1 && items is [var one]
        ? one
        : new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. items]) };

    static string Name(JsonObject resource) => $"{resource.Text("kind").ToLowerInvariant()}.{resource.Text("apiVersion").Split('/')[0]}/{resource.Name()}";
}
