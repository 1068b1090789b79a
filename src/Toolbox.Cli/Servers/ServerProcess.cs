using Serilog;
using Toolbox.Api.Monitoring;
using Toolbox.Api.Security.Stores;
using Toolbox.KubernetesApi;
using Toolbox.Operator;
using Toolbox.Operator.Monitoring;

namespace Toolbox.Cli.Servers;

/// <summary>What operator and supervisor have in common: monitoring from the first moment, work only while leading, one line for what cannot work.</summary>
static class ServerProcess
{
    public static async Task<int> Run(
        string role, string lease, string @namespace, int monitoringPort, KubernetesApiClient client,
        Func<string, ILogger, ProcessHealth, CancellationToken, Task> work, ProcessMetrics metrics, CancellationToken cancellation, StandbyServer? standby = null,
        bool dryRun = false, IReadOnlyList<string>? allowedHosts = null)
    {
        using var log = ServerLog.Create();
        var health = new ProcessHealth();
        metrics.Leads(lease, false);
        var identity = ServerEnvironment.Identity(role);
        try
        {
            await using var monitoring = await MonitoringServer.StartAsync(
                new MonitoringOptions($"flink-{role}", ServerEnvironment.Version, ServerEnvironment.ListenAddress, monitoringPort, () => health.IsReady && (standby?.IsReady() ?? true), metrics.Export)
                {
                    AllowedHosts = allowedHosts ?? [],
                }, cancellation);
            await using var server = standby is null ? null : await standby.Start(log, cancellation);
            if (dryRun)
            {
                // A lease would be a write, and whoever leads already would keep this one from looking.
                log.Information("The {Role} {Identity} decides about {Namespace} and logs what it would do (--dry-run)", role, identity, @namespace);
                await work(identity, log, health, cancellation);
                return ExitCodes.Done;
            }
            var election = new LeaderElection(
                client, new LeaderElectionOptions { Namespace = @namespace, LeaseName = lease, Identity = identity }, said => Tell(log, health, leads => metrics.Leads(lease, leads), said));
            log.Information("The {Role} {Identity} contends for {Lease} in {Namespace}", role, identity, lease, @namespace);
            await election.Run(leading => work(identity, log, health, leading), cancellation);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is IOException or StoreException)
        {
            log.Fatal("{Message}", error.Message);
            return ExitCodes.Usage;
        }
    }

    // A replica that stands by is ready: it has nothing else to do.
    static void Tell(ILogger log, ProcessHealth health, Action<bool> lead, LeadershipEvent said)
    {
        switch (said)
        {
            case LeadershipEvent.StartedLeading:
                lead(true);
                log.Information("Leads");
                break;
            case LeadershipEvent.StoppedLeading stopped:
                lead(false);
                log.Information("Leads no more: {Reason}", stopped.Reason);
                break;
            case LeadershipEvent.LeaderSeen seen:
                health.BecomeReady();
                log.Information("{Leader} leads", seen.Identity);
                break;
            case LeadershipEvent.Hindered hindered:
                log.Warning("The lease could not be used: {Reason}", hindered.Reason);
                break;
        }
    }
}
