using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Core.Resources;

namespace Toolbox.Cli.Doctor;

/// <summary>Resources that do not get on by themselves: stalled, without cluster, or waiting for their deletion.</summary>
static class ResourceExamination
{
    // Stopping jobs with savepoints takes time; a deletion that lasts longer deserves a look.
    static readonly TimeSpan UsualDeletion = TimeSpan.FromMinutes(5);

    public static Task<IReadOnlyList<Finding>> Run(Patient patient, CancellationToken cancellation)
    {
        if (patient.Content is not { } content) return Task.FromResult<IReadOnlyList<Finding>>([Finding.Wrong("resources", "cannot be read", "see what doctor says about definitions and your rights")]);
        var findings = ResourceKind.All.SelectMany(kind => content.Of(kind).SelectMany(resource => Examine(patient, content, kind, resource))).ToList();
        var count = content.Deployments.Count + content.Clusters.Count + content.Jobs.Count;
        return Task.FromResult<IReadOnlyList<Finding>>(findings.Count > 0 ? findings : [Finding.Fine("resources", $"none of {count} is stuck")]);
    }

    static IEnumerable<Finding> Examine(Patient patient, NamespaceContent content, ResourceKind kind, JsonObject resource)
    {
        var subject = $"{kind.ShortName}/{resource.Name()}";
        var describe = $"flinkctl describe {subject} -n {patient.Namespace}";
        if (resource.Condition("Stalled") is { } stalled)
            yield return Finding.Wrong(subject, $"is stalled for {Age.Since(stalled.Time("lastTransitionTime"), patient.Now)}: {stalled.Text("message")}", describe);
        if (kind == ResourceKind.Job && content.ClusterOf(resource).Length == 0)
            yield return Finding.Wrong(subject, "belongs to no cluster", "create a cluster whose name, followed by a dash, begins the name of the job");
        if (resource.Time("metadata", "deletionTimestamp") is { } deleted && patient.Now - deleted > UsualDeletion)
            yield return Finding.Wrong(subject, $"is being deleted for {Age.Of(patient.Now - deleted)}, held by {Holders(resource)}", $"{describe}; without a supervisor the operator lets go, so see what doctor says about both");
    }

    static string Holders(JsonObject resource)
    {
        var finalizers = (resource.At("metadata", "finalizers") as JsonArray ?? []).Select(item => item.Text()).ToList();
        return string.Join(" and ", finalizers.Select(name => name switch
        {
            Finalizers.Operator => "the operator",
            Finalizers.Supervisor => "the supervisor",
            _ => $"the finalizer {name}",
        }));
    }
}
