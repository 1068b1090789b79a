using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Live;
using Toolbox.Cli.Output;
using Toolbox.Cli.Resources;
using Toolbox.Core.Explanations;
using Toolbox.Flink;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Live;

namespace Toolbox.Cli.Explain;

/// <summary><c>flinkctl explain cluster|job|deployment NAME</c>: why a resource is as it is, and what comes next. Nothing is written.</summary>
static class ExplainCommand
{
    // Where pods cannot be reached, nobody wants to wait for long to be told so.
    static readonly FlinkClientOptions Impatient = new() { ConnectTimeout = TimeSpan.FromSeconds(2), CallTimeout = TimeSpan.FromSeconds(5) };

    public static Command Create() => new("explain", "Tell why a resource is as it is, and what comes next; nothing is written.")
    {
        Of("cluster", "FlinkCluster", (live, name, cancellation) => live.Cluster(name, cancellation)),
        Of("job", "FlinkJob", (live, name, cancellation) => live.Job(name, cancellation)),
        Of("deployment", "FlinkDeployment", (live, name, _) => Task.FromResult(live.Deployment(name))),
    };

    static Command Of(string word, string kind, Func<LiveExplanation, string, CancellationToken, Task<LanguageExt.Option<Explanation>>> explain)
    {
        var name = new Argument<string>("name") { Description = $"Name of the {kind}." };
        var options = new LiveOptions();
        var command = new ExampleCommand(word, $"Explain a {kind}.") { Examples = [$"flinkctl explain {word} NAME --namespace flink-jobs"] };
        command.Arguments.Add(name);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Refusals.Guard(parsed, () => Run(parsed, options, kind, parsed.GetValue(name)!, explain, cancellation)));
        return command;
    }

    static async Task<int> Run(
        ParseResult parsed, LiveOptions options, string kind, string name,
        Func<LiveExplanation, string, CancellationToken, Task<LanguageExt.Option<Explanation>>> explain, CancellationToken cancellation)
    {
        using var client = KubernetesOptions.Connect(parsed);
        var @namespace = KubernetesOptions.NamespaceOf(parsed, client);
        var answer = await LiveNamespace.Read(client, @namespace, cancellation);
        if (!answer.IsOk(out var live)) throw new FailureException($"the namespace {@namespace} at {client.Server} cannot be read: {answer.Describe()}");
        using var probe = new FlinkProbe(TimeProvider.System, Impatient);
        var found = await explain(new LiveExplanation(live, probe, TimeProvider.System), name, cancellation);
        if (found.Case is not Explanation explanation) throw new FailureException($"there is no {kind} {name} in the namespace {@namespace}");
        var output = parsed.InvocationConfiguration.Output;
        if (options.Format(parsed) is OutputFormat.Text) ExplanationPage.Write(explanation, new Page(Terminal.Of(parsed)));
        else JsonWriting.Write(output, ExplanationJson.Of(explanation), options.Format(parsed));
        return ExitCodes.Done;
    }
}
