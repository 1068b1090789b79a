using System.Collections.Immutable;
using System.Net;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Logs;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Pods;
using Toolbox.Sandbox.Node.Probes;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>
/// Brings one pod to where it should be and keeps it there, as the kubelet's pod worker: one loop that looks at the pod as it is now, does the
/// next steps, writes the status, and sleeps until something happens. It ends when the pod is gone.
/// </summary>
public sealed partial class PodWorker
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(1), LongestSetupRetry = TimeSpan.FromSeconds(10);
    readonly NodeServices services;
    readonly LogStore logs;
    readonly AsyncSignal signal = new();
    readonly CancellationTokenSource stop = new();
    readonly StatusWriter status;
    readonly PodSetup setup;
    readonly ContainerRunner runner;
    readonly ContainerEnds ends;
    readonly ImmutableArray<ContainerSlot> init, main;
    readonly DateTime startTime;
    V1Pod? current;
    IPAddress? address;
    SetupAnswer.Done? surroundings;
    int setupFailures;
    DateTime setupNotBefore, tokenDue;
    readonly bool foundFinal;
    bool final;

    public PodWorker(NodeServices services, LogStore logs, V1Pod pod)
    {
        this.services = services;
        this.logs = logs;
        current = pod;
        Key = ObjectMetadata.Key(pod);
        Uid = pod.Metadata.Uid;
        status = new StatusWriter(services);
        setup = new PodSetup(services);
        runner = new ContainerRunner(services, logs, signal.Ring);
        ends = new ContainerEnds(services);
        var record = RecordFromStatus.Of(pod, services.Now);
        startTime = record.StartTime;
        init = Slots(pod.Spec.InitContainers ?? [], true, record.Init);
        main = Slots(pod.Spec.Containers, false, record.Main);
        final = foundFinal = PodPhase.IsFinal(pod.Status?.Phase);
        Finished = Task.Run(RunAsync);
    }

    public ObjectKey Key { get; }

    public string Uid { get; }

    /// <summary>Completes when the pod is gone or the node stops; never fails.</summary>
    public Task Finished { get; }

    /// <summary>Tells the pod as it is now; null when it is gone.</summary>
    public void Update(V1Pod? pod)
    {
        Volatile.Write(ref current, pod);
        signal.Ring();
    }

    /// <summary>Ends the containers and the worker, without a word to the API server: the node stops.</summary>
    public Task StopAsync()
    {
        stop.Cancel();
        return Finished;
    }

    /// <summary>The container as it runs now; null when it does not.</summary>
    public IRunningContainer? Running(string container) => init.Concat(main).FirstOrDefault(slot => slot.Spec.Name == container)?.Running;

    /// <summary>The number of the latest run of a container, from 0, or of the one before; null when there is none.</summary>
    public int? RunOf(string container, bool previous)
    {
        if (init.Concat(main).FirstOrDefault(slot => slot.Spec.Name == container)?.Record is not { } record)
            return null;
        // A container that waits for its restart has no present run: the latest one is over.
        var run = previous && record.State is not ContainerState.Waiting ? record.Restarts - 1 : record.Restarts;
        return run < 0 ? null : run;
    }

    static ImmutableArray<ContainerSlot> Slots(IEnumerable<V1Container> containers, bool isInit, ImmutableArray<ContainerRecord> records) =>
        [.. containers.Zip(records, (container, record) => new ContainerSlot(container, isInit, record))];

    PodRecord Record() => new(
        startTime,
        address is null ? null : new PodNetwork(address.ToString(), services.Options.HostAddress.ToString()),
        [.. init.Select(slot => slot.Record)],
        [.. main.Select(slot => slot.Record)]);

    async Task RunAsync()
    {
        try
        {
            while (await StepAsync() is { } wait)
                await signal.WaitAsync(wait.Limit, services.Options.Clock, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops.
        }

        await EndContainersAsync(services.Options.StopLimit);
        if (address is not null)
            services.Addresses.Release(address);
    }

    /// <summary>One look at the pod; null when there is nothing left to do for it.</summary>
    async Task<Wait?> StepAsync()
    {
        try
        {
            var pod = Volatile.Read(ref current);
            if (pod is null)
                return null;
            if (pod.Metadata.DeletionTimestamp is not null)
                return await DeleteAsync(pod) ? null : new Wait(Retry);
            var wait = final ? null : await AdvanceAsync(pod);
            var written = foundFinal || await status.WriteAsync(pod, Record(), stop.Token);
            return new Wait(written ? wait : Retry);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            services.Options.Log.Error(exception, "Pod {Pod} could not be looked after; trying again", Key);
            return new Wait(Retry);
        }
    }

    /// <summary>Does what is due; answers how long nothing will be.</summary>
    async Task<TimeSpan?> AdvanceAsync(V1Pod pod)
    {
        foreach (var slot in init.Concat(main))
            ends.Collect(pod, slot);
        foreach (var slot in init.Concat(main))
            ends.Restart(pod, slot);
        final = PodPhase.IsFinal(PodPhase.Of(Record(), pod.Spec.RestartPolicy));
        if (final || !await SetUpAsync(pod))
            return final ? null : setupNotBefore - services.Now;
        var next = init.FirstOrDefault(slot => !slot.Record.HasSucceeded);
        foreach (var slot in next is null ? main : [next])
        {
            if (slot.IsDue(services.Now))
                await StartAsync(pod, slot);
            CheckProbes(pod, slot);
        }

        if (next is { Record.HasSucceeded: true })
            signal.Ring();
        return NextDue();
    }

    async Task StartAsync(V1Pod pod, ContainerSlot slot)
    {
        if (slot.Refusals > 0 && await setup.ReadAsync(pod, stop.Token) is { } objects)
            surroundings = surroundings! with { Objects = objects };
        await runner.StartAsync(pod, slot, surroundings!);
    }

    void CheckProbes(V1Pod pod, ContainerSlot slot)
    {
        if (slot.Running is null)
            return;
        if (slot.Readiness is { } readiness)
            slot.Record = slot.Record with { Ready = readiness.Outcome == ProbeOutcome.Success };
        if (slot.Liveness?.Outcome != ProbeOutcome.Failure)
            return;
        services.Events.Normal(pod, "Killing", $"Container {slot.Spec.Name} failed liveness probe, will be restarted", slot.Spec);
        slot.StopProbes();
        EndLater(slot, Grace(pod));
    }

    TimeSpan? NextDue()
    {
        var now = services.Now;
        var times = init.Concat(main)
            .Where(slot => slot.Running is null && slot.Record.State is ContainerState.Waiting && slot.NotBefore > now)
            .Select(slot => slot.NotBefore)
            .Append(tokenDue)
            .ToList();
        var next = times.Min();
        return next == DateTime.MaxValue ? null : next - now;
    }

    sealed record Wait(TimeSpan? Limit);
}
