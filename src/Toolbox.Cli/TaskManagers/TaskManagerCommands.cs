using System.CommandLine;
using Toolbox.Cli.Client;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.TaskManagers;

/// <summary><c>flinkctl taskmanagers</c> and <c>flinkctl taskmanager</c>.</summary>
static class TaskManagerCommands
{
    static readonly Option<string?> Id = new("--taskmanager-id") { Description = "Id of the TaskManager; asked for on a terminal when left out.", HelpName = "id" };

    public static Command Many() => new("taskmanagers", "List TaskManagers.")
    {
        new ClientCommand("list", "TaskManagers of a cluster.", parsed => OperatorRequest.Get($"{PathNames.Cluster(parsed)}/taskmanagers"), [ResourceNames.Cluster])
        {
            Examples = ["flinkctl taskmanagers list --cluster-name=cluster-1 -o table"],
        },
    };

    public static Command One() => new("taskmanager", "Look at a TaskManager of a cluster.")
    {
        Look("details", "Details of a TaskManager."), Look("metrics", "Metrics of a TaskManager."),
    };

    static ClientCommand Look(string name, string description) => new(
        name, description, parsed => OperatorRequest.Get($"{PathNames.Cluster(parsed)}/taskmanagers/{Uri.EscapeDataString(ReadId(parsed))}/{name}"), [ResourceNames.Cluster, Id])
    {
        Examples = [$"flinkctl taskmanager {name} --cluster-name=cluster-1 --taskmanager-id=67761be7be3c93b44dd037632871c828"],
    };

    static string ReadId(ParseResult parsed)
    {
        if (parsed.GetValue(Id) is { Length: > 0 } given) return given;
        if (Console.IsInputRedirected) throw new RefusalException("--taskmanager-id is required: flinkctl taskmanagers list shows the ids");
        Console.Error.Write("TaskManager id: ");
        return Console.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : throw new RefusalException("--taskmanager-id is required");
    }
}
