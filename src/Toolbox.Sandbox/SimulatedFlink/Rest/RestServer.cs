using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>The REST server of one JobManager: every path plain and under /v1, faults first, then 503 until the leader is known.</summary>
sealed class RestServer : IAsyncDisposable
{
    readonly SimulatedJobManagerOptions options;
    readonly SimulatedCluster cluster;
    readonly SimulatedFaults faults;
    readonly WebApplication application;
    long requests;

    public RestServer(SimulatedJobManagerOptions options, SimulatedCluster cluster, JarStore jars, SimulatedFaults faults)
    {
        (this.options, this.cluster, this.faults) = (options, cluster, faults);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The size of a JAR is limited by the disk only.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(options.Address, options.Port);
        });
        application = builder.Build();
        application.Use(Enter);
        application.UseRouting();
        foreach (var (method, pattern, handle) in Routes.All(jars))
            application.MapMethods(pattern, [method], (RequestDelegate)(context => AnswerAsync(context, handle)));
        var upload = new JarUpload(cluster, jars);
        application.MapMethods("/jars/upload", ["POST"], (RequestDelegate)(async context => await WriteAsync(context, await upload.ReceiveAsync(context))));
        SimulationRoutes.Map(application, cluster, faults, () => Interlocked.Read(ref requests));
        application.MapFallback(NotFoundAsync);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await application.StartAsync(cancellationToken);
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    public static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=UTF-8";
        var body = Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    async Task Enter(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/v1", out var rest) && rest.HasValue) context.Request.Path = rest;
        try
        {
            if (context.Request.Path.StartsWithSegments("/simulation")) await next(context);
            else await FaultyAsync(context, next);
        }
        catch (FlinkRestException error)
        {
            await WriteAsync(context, new Answer(error.Status, error.Body));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client gave up; nobody reads an answer.
        }
    }

    async Task FaultyAsync(HttpContext context, RequestDelegate next)
    {
        Interlocked.Increment(ref requests);
        var taken = faults.Take(context.Request.Method, context.Request.Path);
        switch (taken?.Fault.Kind)
        {
            case SimulatedFaultKind.Refuse:
                context.Abort();
                return;
            case SimulatedFaultKind.Error:
                throw new FlinkRestException(taken.Value.Fault.Status, "Simulated fault.");
            case SimulatedFaultKind.ProxyPage:
                context.Response.StatusCode = 502;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><head><title>502 Bad Gateway</title></head></html>", context.RequestAborted);
                return;
            case SimulatedFaultKind.Stall:
                await StallAsync(context, taken.Value.Fault, taken.Value.Cleared);
                break;
        }
        if (!cluster.Look(c => c.IsReady)) throw new FlinkRestException(503, "Service temporarily unavailable due to an ongoing leader election. Please refresh.");
        if (taken?.Fault.Kind == SimulatedFaultKind.LoseReply) await CarryOutWithoutReplyAsync(context, next);
        else await next(context);
    }

    static async Task CarryOutWithoutReplyAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        try { await next(context); }
        catch (FlinkRestException) { /* the error is lost like any other reply */ }
        context.Response.Body = body;
        context.Abort();
    }

    async Task StallAsync(HttpContext context, SimulatedFault fault, CancellationToken cleared)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cleared);
        try { await Task.Delay(fault.Delay ?? Timeout.InfiniteTimeSpan, options.Clock, either.Token); }
        catch (OperationCanceledException) when (cleared.IsCancellationRequested) { /* the fault is over, the request goes on */ }
    }

    async Task AnswerAsync(HttpContext context, Func<SimulatedCluster, RestRequest, Answer> handle)
    {
        var request = await RestRequest.ReadAsync(context, cluster.Version);
        if (options.Timing.SubmissionDelay > TimeSpan.Zero && request.Path.EndsWith("/run", StringComparison.Ordinal))
            await Task.Delay(options.Timing.SubmissionDelay, options.Clock, CancellationToken.None);
        await WriteAsync(context, cluster.Look(c => handle(c, request)));
    }

    static Task NotFoundAsync(HttpContext context)
    {
        var text = HttpMethods.IsGet(context.Request.Method) ? $"Unable to load requested file {context.Request.Path}." : $"Not found: {context.Request.Path}";
        return WriteAsync(context, new Answer(404, new JsonObject { ["errors"] = new JsonArray(text) }));
    }
}
