using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serilog;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Kubernetes.Events;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Operator.Monitoring;

namespace Toolbox.Operator.Loop;

/// <summary>
/// Carries out decisions: the status first, on condition that nobody has written meanwhile, then the event, then the commands one by
/// one. The first that does not succeed ends the list; the next round observes again.
/// </summary>
public sealed class Effects(
    KubernetesCommandExecutor kubernetes, EventPublisher events, Failures failures, WorkQueue queue, ProcessMetrics metrics, TimeProvider clock, ILogger log)
{
    static readonly TimeSpan AfterConflict = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan AfterSilence = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenRehearsals = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<WorkKey, string> _rehearsed = new();

    public FlinkCommandExecutor Flink { get; } = new();

    /// <summary>Decisions are logged; nothing is written and nothing is executed.</summary>
    public bool DryRun { get; init; }

    /// <param name="patch">The merge patch of the status, where the decision changes it.</param>
    /// <param name="offer">Takes the written resource, so that the next round sees it before the watch does.</param>
    /// <param name="access">The JobManager that Flink commands go to.</param>
    /// <returns>When to look again at the latest.</returns>
    public async Task<DateTimeOffset?> CarryOut<TStatus>(
        WorkKey key, Decision<TStatus> decision, ResourceContext context, Func<JsonObject> patch, Action<FlinkResource> offer,
        JobManagerAccess? access, CancellationToken cancellation)
    {
        if (DryRun) return Rehearse(key, decision, context);
        if (decision.StatusChanged)
        {
            var written = await Measured("WriteStatus", () => kubernetes.WriteStatus(context, patch(), cancellation));
            if (!written.IsFine) return Failed(key, decision, "status", written);
            offer(context.Resource);
        }
        await Announce(decision, context, cancellation);
        foreach (var command in decision.Commands)
        {
            var outcome = await Measured(Name(command), () => Execute(command, context, access, cancellation));
            if (!outcome.IsFine) return Failed(key, decision, Name(command), outcome);
            offer(context.Resource);
        }
        if (!decision.IsQuiet) Tell(key, decision);
        if (!decision.Commands.IsEmpty || decision.StatusChanged) failures.Clear(key);
        if (decision.StatusChanged) queue.Add(key);
        return decision.WakeAt.ToNullable();
    }

    // As nothing changes by itself, the same decision comes again and again: it is told once.
    DateTimeOffset? Rehearse<TStatus>(WorkKey key, Decision<TStatus> decision, ResourceContext context)
    {
        var text = string.Join(", ", decision.Commands.Map(command => command.ToString()));
        if (!_rehearsed.TryGetValue(key, out var last) || last != decision.Rule + text)
        {
            log.Information("{Key} {Rule} would {Status}execute: {Commands}", key.ToString(), decision.Rule, decision.StatusChanged ? "write the status and " : "",
                text.Length == 0 ? "nothing" : text);
            foreach (var preview in decision.Commands.OfType<Command.Kubernetes>().Select(command => kubernetes.Preview(command, context)).Where(preview => preview.Length > 0))
                log.Information("{Key} would apply {Object}", key.ToString(), preview);
        }
        _rehearsed[key] = decision.Rule + text;
        var soonest = clock.GetUtcNow() + BetweenRehearsals;
        return decision.WakeAt.Map(time => time > soonest ? time : soonest).ToNullable();
    }

    async Task<Outcome> Execute(Command command, ResourceContext context, JobManagerAccess? access, CancellationToken cancellation) => command switch
    {
        Command.Kubernetes one => await kubernetes.Execute(one, context, cancellation),
        Command.Flink one => access is null
            ? new Outcome.Unreachable("there is no JobManager")
            : await Flink.Execute(one, access, trigger => RecordTrigger(one, trigger, context, cancellation), cancellation),
    };

    async Task<Outcome> Measured(string command, Func<Task<Outcome>> execute)
    {
        var begun = clock.GetTimestamp();
        var outcome = await execute();
        metrics.Executed(command, outcome, clock.GetElapsedTime(begun));
        return outcome;
    }

    async Task Announce<TStatus>(Decision<TStatus> decision, ResourceContext context, CancellationToken cancellation)
    {
        if (decision.Notice.Case is not Notice notice) return;
        var outcome = await events.Publish(context.Resource, notice, cancellation);
        if (!outcome.IsFine) log.Debug("The event {Reason} was not published: {Outcome}", notice.Reason, outcome.Describe());
    }

    // Before Flink 1.15 the id of a savepoint is Flink's: it is written down as soon as it is known.
    Task<Outcome> RecordTrigger(Command.Flink command, string triggerId, ResourceContext context, CancellationToken cancellation) =>
        kubernetes.WriteStatus(context, new JsonObject { ["savepointTriggerId"] = triggerId }, cancellation);

    DateTimeOffset? Failed<TStatus>(WorkKey key, Decision<TStatus> decision, string what, Outcome outcome)
    {
        var now = clock.GetUtcNow();
        log.Warning("{Key} {Rule}: {What} was not done: {Outcome}", key.ToString(), decision.Rule, what, outcome.Describe());
        return outcome switch
        {
            Outcome.Conflict => now + AfterConflict,
            Outcome.NotFound => null,
            Outcome.Throttled throttled => now + throttled.After,
            Outcome.Unreachable => now + AfterSilence,
            Outcome.Rejected rejected => now + Remember(key, $"{what}: {rejected.Message}"),
            Outcome.Done or Outcome.AlreadyThere => null,
        };
    }

    // The failure itself is a reason to decide once more: then the resource's conditions say so.
    TimeSpan Remember(WorkKey key, string message)
    {
        var known = failures.Of(key) == message;
        var delay = failures.Add(key, message);
        if (!known) queue.Add(key);
        return delay;
    }

    void Tell<TStatus>(WorkKey key, Decision<TStatus> decision)
    {
        metrics.Decided(key.Kind, decision.Rule);
        log.Information("{Key} {Rule} {Commands}", key.ToString(), decision.Rule, string.Join(", ", decision.Commands.Map(command => command.ToString())));
    }

    static string Name(Command command) => command.GetType().Name;
}
