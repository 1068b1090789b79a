using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Savepoints;

/// <summary><c>flinkctl savepoints</c>: what jobs can start from.</summary>
static class SavepointsCommand
{
    static readonly Argument<string?> Job = new("JOB") { Description = "Name of a FlinkJob; without it all.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new PeopleCommand("savepoints", "Show the restore points of one job or of all: age, origin, use and path.", Run, Job)
    {
        Examples = ["flinkctl savepoints", "flinkctl savepoints cluster-1-job-1 -n flink-jobs"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var list = await Needed.From(client, ResourceKind.Job.Type.Plural, client.ListAll(ResourceKind.Job.Type, @namespace, cancellation: cancellation));
        var jobs = list.Items.OrderBy(job => job.Name(), StringComparer.Ordinal).ToList();
        if (parsed.GetValue(Job) is { Length: > 0 } named)
        {
            var name = named.Split('/') is [var kind, var rest] && ResourceKind.Parse(kind) == ResourceKind.Job ? rest : named;
            jobs = [.. jobs.Where(job => job.Name() == name)];
            if (jobs.Count == 0) throw new FailureException($"there is no job {name} in namespace {@namespace}");
        }
        var (now, terminal) = (TimeProvider.System.GetUtcNow(), Terminal.Of(parsed));
        var rows = jobs.SelectMany(job => RestorePointRows.Points(job, now).Select(row => WithJob(job, row))).ToList();
        if (rows.Count == 0) terminal.Output.WriteLine($"No restore points in namespace {@namespace}");
        else terminal.Columns([[(Tone.Strong, "JOB"), .. RestorePointRows.Titles], .. rows]);
        return ExitCodes.Done;
    }

    static (Tone, string)[] WithJob(JsonObject job, (Tone, string)[] row) => [(Tone.Plain, job.Name()), .. row];
}
