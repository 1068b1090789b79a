using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>The supervisor's part: it decides, writes the status, and carries out the commands, unless it crashes in between.</summary>
static class Deciding
{
    public static IEnumerable<Step> Steps(Node node, Setting setting)
    {
        if (node.World.Cluster.Exists)
            foreach (var step in AboutCluster(node, setting)) yield return step;
        if (node.World is { Job.Exists: true, Cluster.Exists: true })
            foreach (var step in AboutJob(node, setting)) yield return step;
        if (node.World is { Job.Exists: true, Cluster.Exists: false })
            foreach (var step in AboutDetachedJob(node, setting)) yield return step;
        if (node.World is { Job.Exists: true, Cluster.Exists: true, Budget: > 0 } && setting.Allows(Disturbance.DecisionsOverlap))
            foreach (var step in AtTheSameTime(node, setting)) yield return step;
    }

    // Two workers look at cluster and job at once: the second one's commands meet a world that its decision has not seen.
    static IEnumerable<Step> AtTheSameTime(Node node, Setting setting)
    {
        var cluster = ClusterDecide.Decide(Observing.Cluster(node));
        var job = WithSmallTrigger(setting.DecideJob(Observing.Job(node, setting)), node);
        var (clusterStatus, jobStatus) = (Settled(node.Cluster, cluster.Status), Settled(node.Job, job.Status));
        if ((cluster.Commands.IsEmpty && clusterStatus == node.Cluster) || (job.Commands.IsEmpty && jobStatus == node.Job)) yield break;
        var world = node.World with { Budget = (byte)(node.World.Budget - 1) };
        var clusterFirst = Execute(Execute(world, cluster.Commands, aboutCluster: true), job.Commands, aboutCluster: false);
        var jobFirst = Execute(Execute(world, job.Commands, aboutCluster: false), cluster.Commands, aboutCluster: true);
        var text = $"Cluster {node.Cluster.SupervisorStatus}: {cluster.Rule}, at the same time Job {node.Job.SupervisorStatus}: {job.Rule}";
        foreach (var after in clusterFirst == jobFirst ? [clusterFirst] : new[] { clusterFirst, jobFirst })
            yield return Finish(node, job, text, "", "", new Node(clusterStatus, jobStatus, Safety.Follow(node, job, after)), setting);
    }

    static World Execute(World world, LanguageExt.Seq<Command> commands, bool aboutCluster) =>
        commands.Fold(world, (current, command) => Executing.Apply(current, command, aboutCluster));

    // The operator looks after a job without cluster.
    static IEnumerable<Step> AboutDetachedJob(Node node, Setting setting)
    {
        var snapshot = Observing.Job(node, setting);
        var decision = DetachedJobDecide.Decide(snapshot.Metadata, node.Job, clusterExists: false, snapshot.Now);
        var status = Settled(node.Job, decision.Status);
        return Outcomes(node, setting, decision, $"Detached job: {decision.Rule}", "", aboutCluster: false, world => new Node(node.Cluster, status, world));
    }

    static IEnumerable<Step> AboutCluster(Node node, Setting setting)
    {
        var decision = ClusterDecide.Decide(Observing.Cluster(node));
        var rule = $"Cluster {node.Cluster.SupervisorStatus}: {decision.Rule}";
        var violation = Safety.OfCluster(node, decision);
        var status = Settled(node.Cluster, decision.Status);
        return Outcomes(node, setting, decision, rule, violation, aboutCluster: true, world => new Node(status, node.Job, world));
    }

    static IEnumerable<Step> AboutJob(Node node, Setting setting)
    {
        var raw = setting.DecideJob(Observing.Job(node, setting));
        var decision = WithSmallTrigger(raw, node);
        var rule = $"Job {node.Job.SupervisorStatus}: {decision.Rule}";
        var violation = Safety.OfJob(node, decision, setting);
        var status = Settled(node.Job, decision.Status);
        return Outcomes(node, setting, decision, rule, violation, aboutCluster: false, world => new Node(node.Cluster, status, Safety.Follow(node, decision, world)));
    }

    static IEnumerable<Step> Outcomes<TStatus>(
        Node node, Setting setting, Decision<TStatus> decision, string rule, string violation, bool aboutCluster, Func<World, Node> after)
    {
        var world = Execute(node.World, decision.Commands, aboutCluster);
        var text = $"{rule}{(decision.Commands.IsEmpty ? "" : $" [{string.Join(", ", decision.Commands.Map(command => command.GetType().Name))}]")}";
        yield return Finish(node, decision, text, rule, violation, after(world), setting);
        if (decision.Commands.IsEmpty || node.World.Budget == 0) yield break;
        var weaker = node.World with { Budget = (byte)(node.World.Budget - 1) };
        if (setting.Allows(Disturbance.CommandsAreLost))
            yield return new Step($"{text} - the supervisor crashes after it has written the status", Canonical(after(weaker)), rule, violation, true);
        foreach (var step in Partly(node, setting, decision, text, rule, violation, aboutCluster, after)) yield return step;
        if (setting.Allows(Disturbance.AnswerIsLost) && !setting.TriggerIdIsOurs && world.Savepoint != node.World.Savepoint)
            yield return new Step($"{text} - the answer is lost", Canonical(after(world with { Budget = weaker.Budget })), rule, violation, true);
    }

    // The supervisor dies between two commands, or gives up on the last one, which is carried out all the same, later.
    static IEnumerable<Step> Partly<TStatus>(
        Node node, Setting setting, Decision<TStatus> decision, string text, string rule, string violation, bool aboutCluster, Func<World, Node> after)
    {
        var world = node.World with { Budget = (byte)(node.World.Budget - 1) };
        for (var count = 0; count < decision.Commands.Count; count++)
        {
            if (count > 0 && setting.Allows(Disturbance.CommandsAreCutShort))
                yield return new Step($"{text} - the supervisor crashes after command {count}", Canonical(after(world)), rule, violation, true);
            var command = decision.Commands[count];
            if (count == decision.Commands.Count - 1 && world.Late is null && Executing.MayBeLate(command) && setting.Allows(Disturbance.CommandIsLate))
                yield return new Step($"{text} - the last command is late", Canonical(after(world with { Late = Executing.Timeless(command) })), rule, violation, true);
            world = Executing.Apply(world, command, aboutCluster);
        }
    }

    static Step Finish<TStatus>(Node node, Decision<TStatus> decision, string text, string rule, string violation, Node after, Setting setting)
    {
        var asked = !setting.TriggerIdIsOurs && after.World.Savepoint != node.World.Savepoint
            ? after with { Job = JobDecide.RecordTrigger(after.Job, Names.FlinkId(after.World.Savepoint.Attempt), Names.TriggerId(after.World.Savepoint.Trigger)) }
            : after;
        return new Step(text, Canonical(Emptied(asked)), rule, violation, !decision.Commands.IsEmpty);
    }

    // With the resource its status goes too.
    static Node Emptied(Node node) => node with
    {
        Cluster = node.World.Cluster.Exists ? node.Cluster : ClusterStatus.Empty,
        Job = node.World.Job.Exists ? node.Job : JobStatus.Empty,
    };

    static Node Canonical(Node node) => CanonicalTime.Of(node.Cluster, node.Job, node.World);

    // Conditions are not part of the model's statuses, so whether one changed is seen without them.
    static ClusterStatus Settled(ClusterStatus before, ClusterStatus after) =>
        after with { Conditions = Empty, Timestamp = before.Timestamp, ObservedGeneration = before.ObservedGeneration } == before ? before : after;

    static JobStatus Settled(JobStatus before, JobStatus after)
    {
        var same = after with
        {
            Conditions = Empty,
            Timestamp = before.Timestamp,
            ObservedGeneration = before.ObservedGeneration,
        };
        return same == before ? before : after;
    }

    // All decisions are taken at the same moment, so ids that are derived from it would repeat.
    static Decision<JobStatus> WithSmallTrigger(Decision<JobStatus> decision, Node node)
    {
        var asks = decision.Commands.Exists(command => command is Command.Flink.StopJobWithSavepoint or Command.Flink.TriggerSavepoint);
        if (!asks || decision.Status.Savepoint.Case is not SavepointRequest request) return decision;
        if (request.TriggerId.StartsWith("trigger-", StringComparison.Ordinal)) return decision;
        var used = new[] { node.World.Savepoint.Trigger, node.Job.Savepoint.Map(last => Names.Trigger(last.TriggerId)).IfNone(0) };
        var fresh = Names.TriggerId(Enumerable.Range(1, 3).First(number => !used.Contains((byte)number)));
        return decision with
        {
            Status = request.TriggerId.Length == 0 ? decision.Status : decision.Status with { Savepoint = request with { TriggerId = fresh } },
            Commands = decision.Commands.Map(command => command switch
            {
                Command.Flink.StopJobWithSavepoint stop => stop with { TriggerId = fresh },
                Command.Flink.TriggerSavepoint trigger => trigger with { TriggerId = fresh },
                _ => command,
            }).Strict(),
        };
    }
}
