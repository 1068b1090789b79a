using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Jobs;

/// <summary>Goals of commands about one job.</summary>
static class JobGoal
{
    public static ClientGoal To(Goal goal) => new(
        parsed => $"job {parsed.GetValue(ResourceNames.Cluster)}/{parsed.GetValue(ResourceNames.Job)}",
        parsed => $"{PathNames.Job(parsed)}/status",
        parsed => ("FlinkJob", $"{parsed.GetValue(ResourceNames.Cluster)}-{parsed.GetValue(ResourceNames.Job)}"),
        goal);
}
