using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Live;
using Toolbox.Cli.Output;
using Toolbox.Cli.Resources;
using Toolbox.Core.Plans;
using Toolbox.Operator.Live;

namespace Toolbox.Cli.Plan;

/// <summary><c>flinkctl plan -f FILE</c>: what applying documents would do. Nothing is written.</summary>
static class PlanCommand
{
    public static Command Create()
    {
        var files = new Option<string[]>("--filename", "-f") { Description = "File with documents in YAML or JSON; - reads standard input; may be repeated.", Required = true, HelpName = "file" };
        var tells = new Option<bool>("--exit-code") { Description = "End with 3 when something would change." };
        var options = new LiveOptions();
        var command = new ExampleCommand("plan", "Tell what applying documents would do; nothing is written.")
        {
            Examples = ["flinkctl plan -f deployment.yaml --namespace flink-jobs", "kubectl kustomize overlays/production | flinkctl plan -f - --exit-code -o json"],
        };
        command.Options.Add(files);
        command.Options.Add(tells);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Refusals.Guard(parsed, () => Run(parsed, options, parsed.GetValue(files)!, parsed.GetValue(tells), cancellation)));
        return command;
    }

    static async Task<int> Run(ParseResult parsed, LiveOptions options, string[] files, bool tells, CancellationToken cancellation)
    {
        var documents = Documents.Read(files);
        using var client = KubernetesOptions.Connect(parsed);
        var @namespace = NamespaceOf(documents, KubernetesOptions.GivenNamespace(parsed)) ?? client.DefaultNamespace;
        var answer = await LivePlan.Of(client, @namespace, documents, TimeProvider.System, cancellation);
        if (!answer.IsOk(out var plan)) throw new FailureException($"the namespace {@namespace} at {client.Server} cannot be read: {answer.Describe()}");
        var output = parsed.InvocationConfiguration.Output;
        if (options.Format(parsed) is OutputFormat.Text) PlanPage.Write(plan, new Page(Terminal.Of(parsed)));
        else JsonWriting.Write(output, PlanJson.Of(plan), options.Format(parsed));
        return !plan.Errors.IsEmpty ? ExitCodes.Failed : tells && plan.HasChanges ? ExitCodes.Changes : ExitCodes.Done;
    }

    // As kubectl has it: a document's own namespace must be the one of the command line, if there is one.
    static string? NamespaceOf(IReadOnlyList<JsonObject> documents, string? given)
    {
        var named = documents.Select(document => (string?)document["metadata"]?["namespace"]).OfType<string>().Distinct().ToList();
        if (given is not null && named.FirstOrDefault(name => name != given) is { } other)
            throw new RefusalException($"a document is of the namespace {other}, which is not the given namespace {given}");
        return named.Count > 1
            ? throw new RefusalException($"the documents are of several namespaces ({string.Join(", ", named)}): plan one after the other")
            : given ?? named.FirstOrDefault();
    }
}
