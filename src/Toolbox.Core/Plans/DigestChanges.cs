using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Digests;
using Toolbox.Core.Forecasts;

namespace Toolbox.Core.Plans;

/// <summary>The parts of a spec whose digests differ, by the very digests that decisions compare.</summary>
static class DigestChanges
{
    public static Seq<DigestChange> Between(string kind, Option<JsonElement> before, JsonElement after)
    {
        var old = before.IfNone(default(JsonElement));
        var changes = kind switch
        {
            ModelSubject.Cluster => Cluster(old, after),
            ModelSubject.Job => Job(old, after),
            // A deployment's parts are those of its children.
            _ => [],
        };
        return changes.Where(change => change.Before != change.After).ToSeq().Strict();
    }

    static IEnumerable<DigestChange> Cluster(JsonElement before, JsonElement after)
    {
        var (old, now) = (SpecDigest.OfCluster(before), SpecDigest.OfCluster(after));
        return
        [
            new("runtime", old.Runtime, now.Runtime), new("jobManager", old.JobManager, now.JobManager),
            new("taskManager", old.TaskManager, now.TaskManager), new("supervisor", old.Supervisor, now.Supervisor),
        ];
    }

    static IEnumerable<DigestChange> Job(JsonElement before, JsonElement after)
    {
        var (old, now) = (SpecDigest.OfJob(before), SpecDigest.OfJob(after));
        return [new("bootstrap", old.Bootstrap, now.Bootstrap), new("savepoint", old.Savepoint, now.Savepoint), new("restart", old.Restart, now.Restart)];
    }
}
