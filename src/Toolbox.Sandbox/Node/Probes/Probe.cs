using System.Net.Sockets;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Probes;

/// <summary>
/// Asks a container again and again until it is disposed of; the latest outcome is read from outside. A container is given one period to come up:
/// meanwhile a readiness probe looks often and tells no failures, because people wait for it, and a liveness probe does not look at all.
/// </summary>
public sealed class Probe : IDisposable
{
    /// <summary>The node checks no certificates here, as the kubelet does not.</summary>
    static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(250);
    readonly ProbeTarget target;
    readonly V1Probe settings;
    readonly bool readiness;
    readonly TimeProvider clock;
    readonly Action<string?> looked;
    readonly CancellationTokenSource stop = new();
    ProbeTally tally;

    /// <param name="readiness">False for a liveness probe.</param>
    /// <param name="looked">Called after each look with what was wrong, or null.</param>
    public Probe(ProbeTarget target, V1Probe settings, bool readiness, TimeProvider clock, Action<string?> looked)
    {
        this.target = target;
        this.settings = settings;
        this.readiness = readiness;
        this.clock = clock;
        this.looked = looked;
        tally = new ProbeTally(Math.Max(1, settings.SuccessThreshold ?? 1), Math.Max(1, settings.FailureThreshold ?? 3));
        _ = Task.Run(RunAsync);
    }

    public ProbeOutcome Outcome => Volatile.Read(ref tally).Outcome;

    public void Dispose() => stop.Cancel();

    TimeSpan Period => TimeSpan.FromSeconds(Math.Max(1, settings.PeriodSeconds ?? 10));

    async Task RunAsync()
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(settings.InitialDelaySeconds ?? 0), clock, stop.Token);
            if (readiness)
                await ComeUpAsync();
            else if (settings.InitialDelaySeconds is null or 0)
                await Task.Delay(Period, clock, stop.Token);
            while (true)
            {
                Tally(await LookAsync());
                await Task.Delay(Period, clock, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The container has ended.
        }
    }

    async Task ComeUpAsync()
    {
        for (var start = clock.GetTimestamp(); clock.GetElapsedTime(start) < Period && Outcome != ProbeOutcome.Success;)
        {
            if (await LookAsync() is null)
                Tally(null);
            await Task.Delay(Eager, clock, stop.Token);
        }
    }

    void Tally(string? problem)
    {
        Volatile.Write(ref tally, tally.With(problem is null));
        looked(problem);
    }

    async Task<string?> LookAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(Math.Max(1, settings.TimeoutSeconds ?? 1)));
        try
        {
            return target.Http ? await GetAsync(limit.Token) : await ConnectAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return $"Get \"{target.Address}\": context deadline exceeded";
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException)
        {
            return $"Get \"{target.Address}\": {exception.Message}";
        }
    }

    async Task<string?> GetAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target.Address);
        foreach (var header in settings.HttpGet?.HttpHeaders ?? [])
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var code = (int)response.StatusCode;
        return code is >= 200 and < 400 ? null : $"HTTP probe failed with statuscode: {code}";
    }

    async Task<string?> ConnectAsync(CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(target.Address.Host, target.Address.Port, cancellation);
        return null;
    }
}
