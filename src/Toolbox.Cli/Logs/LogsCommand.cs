using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Logs;

/// <summary><c>flinkctl logs</c>: logs of all that a cluster or job consists of.</summary>
static class LogsCommand
{
    static readonly Argument<string[]> Resource = ResourceReference.Argument("NAME, KIND/NAME or KIND NAME.", new ArgumentArity(1, 2));
    static readonly Option<string?> Role = Choices.OneOf("--role", "-r", "Only pods with this role.", "supervisor", "bootstrap", "jobmanager", "taskmanager");
    static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on, also with pods that come later, until Ctrl-C." };
    static readonly Option<bool> Previous = new("--previous", "-p") { Description = "The log of each container's previous run." };
    static readonly Option<int?> Tail = Choices.OptionalNumber("--tail", "Only the last lines of each pod.", 0, int.MaxValue);
    static readonly Option<int?> Since = Choices.OptionalNumber("--since", "Only the last seconds.", 1, int.MaxValue);
    static readonly Option<bool> Timestamps = new("--timestamps") { Description = "With the time at which each line was written." };

    public static Command Create() => new PeopleCommand(
        "logs", "Show the logs of supervisor, bootstrap, JobManager and TaskManagers of a cluster or job.", Run, Resource, Role, Follow, Previous, Tail, Since, Timestamps)
    {
        Examples = ["flinkctl logs cluster-1", "flinkctl logs cluster-1 --role taskmanager --tail 50 -f", "flinkctl logs job/cluster-1-job-1 -r bootstrap"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var reference = ResourceReference.Parse(parsed.GetValue(Resource)!);
        var content = await NamespaceContent.Read(client, @namespace, cancellation);
        var choice = PodChoice.Of(reference, content, @namespace, parsed.GetValue(Role));
        var options = new LogOptions
        {
            Previous = parsed.GetValue(Previous), TailLines = parsed.GetValue(Tail), SinceSeconds = parsed.GetValue(Since), Timestamps = parsed.GetValue(Timestamps),
        };
        var lines = new LogLines(client, @namespace, Terminal.Of(parsed), parsed.InvocationConfiguration.Error);
        if (parsed.GetValue(Follow)) await lines.Follow(choice, options with { Follow = true }, cancellation);
        else await lines.Show(choice.From(content), options, cancellation);
        return ExitCodes.Done;
    }
}
