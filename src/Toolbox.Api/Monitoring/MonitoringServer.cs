using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Toolbox.Api.Security;

namespace Toolbox.Api.Monitoring;

/// <summary>The plain HTTP endpoints that probes and Prometheus ask: <c>/livez</c>, <c>/readyz</c>, <c>/version</c> and <c>/metrics</c>.</summary>
public sealed class MonitoringServer : IAsyncDisposable
{
    readonly WebApplication _application;

    MonitoringServer(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="IOException">The port is in use; the message names it.</exception>
    public static async Task<MonitoringServer> StartAsync(MonitoringOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxRequestHeadersTotalSize = options.LongestHeaders;
            kestrel.Limits.MaxRequestLineSize = options.LongestHeaders;
            kestrel.Limits.MaxConcurrentConnections = options.MostConnections;
            kestrel.Limits.RequestHeadersTimeout = options.HeadersTimeout;
            kestrel.Listen(options.Address, options.Port);
        });
        var application = builder.Build();
        Map(application, options);
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await application.DisposeAsync();
            throw new IOException($"monitoring port {options.Port} on {options.Address} is in use", error);
        }
        return new MonitoringServer(application);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    static void Map(WebApplication application, MonitoringOptions options)
    {
        if (HostCheck.Of(options.Address, asksForCredentials: false, options.AllowedHosts) is { } hosts)
            application.Use(next => context => hosts.Complaint(context.Request.Host.Host) is { } complaint
                ? Text(context, StatusCodes.Status421MisdirectedRequest, complaint)
                : next(context));
        application.Run(context => Answer(context, options));
    }

    static Task Answer(HttpContext context, MonitoringOptions options) => context.Request.Path.Value switch
    {
        "/livez" => Text(context, StatusCodes.Status200OK, "ok"),
        "/readyz" when options.IsReady() => Text(context, StatusCodes.Status200OK, "ok"),
        "/readyz" => Text(context, StatusCodes.Status503ServiceUnavailable, "the caches are not filled yet"),
        "/version" => Json(context, $"{{\"name\":\"flink-k8s-toolbox\",\"process\":\"{options.Name}\",\"version\":\"{options.Version}\"}}"),
        "/metrics" => Metrics(context, options),
        "/" when HttpMethods.IsOptions(context.Request.Method) => NoContent(context),
        _ => Text(context, StatusCodes.Status404NotFound, "not found"),
    };

    static Task Text(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text);
    }

    static Task NoContent(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    static Task Metrics(HttpContext context, MonitoringOptions options)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return options.WriteMetrics(context.Response.Body, context.RequestAborted);
    }

    static Task Json(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
