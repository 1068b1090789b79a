using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What must hold in every state and for every decision. Each check answers with the rule that is broken, or with nothing.</summary>
static class Safety
{
    static readonly string[] RulesThatServeRequests =
    [
        "StopWhenRequested", "RestartWhenRequested", "StartWhenRequested", "StartAfterStopping", "StayStoppedAfterStopping",
        "StayStoppedWhenRequested", "TriggerSavepointWhenRequested", "ForgetSavepointWhenRequested", "ForgetSavepointWhenStopped",
    ];

    public static string OfState(Node node)
    {
        var (world, job) = (node.World, node.Job);
        var live = world.Jobs.Live.ToList();
        if (live.Count > 1) return $"two live Flink jobs for one FlinkJob: attempts {string.Join(" and ", live)}";
        if (live.Count == 1 && !world.Job.Exists) return "the FlinkJob is gone but its Flink job lives";
        if (live.Count == 1 && job.SupervisorStatus is SupervisorStatus.Stopped or SupervisorStatus.Terminated)
            return $"the FlinkJob says {job.SupervisorStatus} but its Flink job lives";
        if (live.Count == 1 && job.SupervisorStatus != SupervisorStatus.Unknown && !job.Submission.Exists(last => Names.Attempt(last.JobId) == live[0]))
            return "a Flink job lives that the FlinkJob's status does not record";
        if (world is { Cluster.Exists: false, OrphansAreLeft: false } && (world.Service || world.JobManager != PodLife.None || world.TaskManager != PodLife.None))
            return "the FlinkCluster is gone but something of it is left";
        return "";
    }

    public static string OfCluster(Node node, Decision<ClusterStatus> decision)
    {
        foreach (var command in decision.Commands)
            if (command is Command.Kubernetes.DeletePod pod && EndsRunningJob(node, pod) && !MayEndUnsaved(node, node.World.Jobs.Live.First()))
                return $"pod {pod.Pod} is deleted under a running job that has no savepoint";
        if (GivesUp(node.Cluster.SupervisorStatus, decision.Status.SupervisorStatus) && node.World.JobManager == PodLife.Running && node.Cluster.JobManager == node.World.Process)
            return "a JobManager is given up although its pod is fine";
        return OfRequest(decision.Rule, node.Cluster.Request, decision.Status.Request, node.Cluster.Refusal, decision.Status.Refusal, decision.Commands);
    }

    public static string OfJob(Node node, Decision<JobStatus> decision, Setting setting)
    {
        foreach (var command in decision.Commands)
        {
            var broken = command switch
            {
                Command.Flink.CancelJob cancel when EndsUnsaved(node, Names.Attempt(cancel.JobId), setting) => "a job is cancelled before its savepoint is complete",
                Command.Flink when !node.World.FlinkAnswers => "a command to Flink although it does not answer",
                Command.Kubernetes.CreateBootstrapJob create => OfSubmission(node, create.Submission),
                _ => "",
            };
            if (broken.Length > 0) return broken;
        }
        if (GivesUp(node.Job.SupervisorStatus, decision.Status.SupervisorStatus) && node.World.FlinkIsCut && node.Job.Submission.Exists(last => last.JobManager == node.World.Process))
            return "a job is given up because Flink does not answer";
        var forgotten = Forgotten(node, decision);
        if (forgotten.Length > 0) return forgotten;
        var dropped = Dropped(node, decision);
        if (dropped.Length > 0) return dropped;
        return OfRequest(decision.Rule, node.Job.Request, decision.Status.Request, node.Job.Refusal, decision.Status.Refusal, decision.Commands);
    }

    // A savepoint that Flink takes is recorded; who asked for one that comes to nothing is told.
    static string Dropped(Node node, Decision<JobStatus> decision)
    {
        if (node.Job.Savepoint.Case is not SavepointRequest request || decision.Status.Savepoint.IsSome) return "";
        var (run, world) = (node.World.Savepoint, node.World);
        if (decision.Status.RestorePoints.Count > node.Job.RestorePoints.Count || decision.Status.SavepointPath != node.Job.SavepointPath) return "";
        var attempt = Names.Attempt(request.JobId);
        var isTaken = request.TriggerId.Length > 0 && run.Trigger == Names.Trigger(request.TriggerId) && run.Attempt == attempt
            && run.Life is SavepointLife.InProgress or SavepointLife.Completed;
        var hasWaited = node.Job.EndedAt.Exists(time => Moment.Now - time > TimeSpan.FromHours(1));
        if (isTaken && world.Jobs[attempt] == JobLife.Finished && world.FlinkAnswers && node.Cluster.JobManager == world.Process
            && node.Job.Submission.Exists(last => last.JobManager == world.Process) && !hasWaited)
            return "the savepoint of a job that has ended is dropped before Flink has answered";
        return request.Origin == RestorePointOrigin.Manual && decision.Status.SupervisorStatus != SupervisorStatus.Terminated
            && !decision.Status.Refusal.Contains("savepoint", StringComparison.Ordinal) ? "a savepoint that a user asked for is dropped without a word" : "";
    }

    static bool GivesUp(SupervisorStatus before, SupervisorStatus after) =>
        before == SupervisorStatus.Started && after is SupervisorStatus.Starting or SupervisorStatus.Stopped;

    /// <summary>Permissions that the user gave for once are used up.</summary>
    public static World Follow(Node node, Decision<JobStatus> decision, World world)
    {
        var submitted = decision.Commands.Exists(command => command is Command.Kubernetes.CreateBootstrapJob);
        var ended = node.Job.SupervisorStatus is SupervisorStatus.Started or SupervisorStatus.Stopping
            && decision.Status.SupervisorStatus is SupervisorStatus.Starting or SupervisorStatus.Stopped or SupervisorStatus.Terminated;
        var pends = IsUnderWay(node.World.Cluster.Ask, node.Cluster.Request, node.Cluster.WithoutSavepoint)
            || IsUnderWay(node.World.Job.Ask, node.Job.Request, false);
        return world with
        {
            MayStartEmpty = world.MayStartEmpty && (pends || !submitted),
            MayStopUnsaved = world.MayStopUnsaved && (pends || !ended),
        };
    }

    // A request that is still on its way has not used its permission yet.
    static bool IsUnderWay(Ask ask, LanguageExt.Option<Request> recorded, bool beingServed) =>
        ask is Ask.StartUnsaved or Ask.StopUnsaved || recorded.Exists(request => request.WithoutSavepoint) || beingServed;

    static bool EndsRunningJob(Node node, Command.Kubernetes.DeletePod pod) =>
        node.World.Jobs.AnyRuns && ((pod.Pod == "tm" && !node.World.TaskManagerIsAnotherOne) || (pod.Pod != "tm-old" && node.World.JobManager == PodLife.Running));

    static bool MayEndUnsaved(Node node, int attempt) =>
        node.World.MayStopUnsaved || node.Job.SavepointMode == SavepointMode.Manual || HasStopSavepoint(node.Job, attempt);

    static bool EndsUnsaved(Node node, int attempt, Setting setting)
    {
        var life = node.World.Jobs[attempt];
        var hasState = life == JobLife.Running || (life is JobLife.Pending or JobLife.Restarting && node.Job.HasRun);
        if (!hasState || IsOutdated(node) || MayEndUnsaved(node, attempt) || MayBeDeletedUnsaved(node, setting)) return false;
        return life == JobLife.Running || !RestorePointLedger.Newest(node.Job.RestorePoints)
            .Exists(point => point.Origin == RestorePointOrigin.RetainedCheckpoint && point.JobId == Names.FlinkId(attempt));
    }

    // A late submission that reached another JobManager, from a restore point that is not the newest: what it does is worth nothing.
    static bool IsOutdated(Node node) => node.Job.Submission.Exists(last => last.JobManager != node.World.Process
        && last.RestorePoint != RestorePointLedger.Newest(node.Job.RestorePoints).Map(point => point.Path).IfNone(""));

    // With a spec that cannot be read one try is all that a deletion waits for.
    static bool MayBeDeletedUnsaved(Node node, Setting setting) =>
        node.World.Job.Deleting && (!setting.SavepointOnDeletion || (node.World.Job.IsInvalid && node.Job.Failures > 0));

    static bool HasStopSavepoint(JobStatus status, int attempt) => status.RestorePoints.Exists(point =>
        point.Origin is RestorePointOrigin.Stop or RestorePointOrigin.Upgrade && point.JobId == Names.FlinkId(attempt));

    static string OfSubmission(Node node, Submission submission)
    {
        if (Enumerable.Range(1, FlinkJobs.Limit).Any(attempt => (node.World.DeletedCheckpoints >> attempt & 1) == 1
            && (submission.RestorePoint == Names.CheckpointPath(attempt, 1) || submission.RestorePoint == Names.CheckpointPath(attempt, 2))))
            return "the job starts from a checkpoint that Flink has deleted";
        if (node.Job.Submission.Exists(last => last == submission) || node.World.MayStartEmpty) return "";
        var newest = RestorePointLedger.Newest(node.Job.RestorePoints).Map(point => point.Path).IfNone("");
        if (submission.RestorePoint != newest && !IsNewerThanKnown(node.World, newest, submission.RestorePoint)) return $"the job starts from '{submission.RestorePoint}' although '{newest}' is known";
        return "";
    }

    // Nobody has looked at the second checkpoint before its JobManager was lost.
    static bool IsNewerThanKnown(World world, string known, string path) => Enumerable.Range(1, FlinkJobs.Limit).Any(attempt =>
        (world.SupersededCheckpoints >> attempt & 1) == 1 && known == Names.CheckpointPath(attempt, 1) && path == Names.CheckpointPath(attempt, 2));

    // Flink deletes checkpoints by itself; a savepoint is there until the user asks to forget it.
    static string Forgotten(Node node, Decision<JobStatus> decision)
    {
        if (decision.Rule is "ForgetSavepointWhenRequested" or "ForgetSavepointWhenStopped" || node.World.MayStartEmpty) return "";
        var lost = node.Job.RestorePoints.Find(point => !RestorePointLedger.IsCheckpoint(point) && !decision.Status.RestorePoints.Exists(item => item.Path == point.Path));
        return lost.Match(point => $"savepoint {point.Path} is forgotten", () => "");
    }

    static string OfRequest(
        string rule, LanguageExt.Option<Request> before, LanguageExt.Option<Request> after, string refusalBefore, string refusalAfter, LanguageExt.Seq<Command> commands)
    {
        var refused = refusalAfter.Length > 0 && (refusalAfter != refusalBefore || rule.StartsWith("Refuse", StringComparison.Ordinal));
        if (before.IsSome && after != before && !refused && !RulesThatServeRequests.Contains(rule))
            return $"the request {before.Map(request => request.Action.ToString()).IfNone("")} is dropped without a word";
        if (commands.Exists(command => command is Command.Kubernetes.ResetRequestedAction) && after.IsNone && !refused)
            return "an annotation is reset that was neither recorded nor refused";
        return "";
    }
}
