using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Toolbox.Api.Rest.Document;
using Toolbox.Api.Rest.Events;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Routes;
using Toolbox.Api.Rest.Transport;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Tokens;

namespace Toolbox.Api.Rest;

/// <summary>The REST API under <c>/api/v1</c>. Every replica of the operator serves it.</summary>
public sealed class RestServer : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly EventHub _events;

    RestServer(WebApplication application, EventHub events) => (_application, _events) = (application, events);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Method and path of everything that is served.</summary>
    internal IEnumerable<string> Endpoints =>
        from endpoint in ((IEndpointRouteBuilder)_application).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select $"{method} {endpoint.RoutePattern.RawText}";

    /// <param name="unexpected">Hears of errors in the program, which are answered with 500.</param>
    /// <exception cref="IOException">The port is in use; the message names it.</exception>
    public static async Task<RestServer> StartAsync(RestOptions options, RestWorld world, Action<Exception> unexpected, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => KestrelSettings.Apply(kestrel, options));
        var application = builder.Build();
        var events = new EventHub(options, world);
        var dispatcher = new RestDispatcher(options, world, Mediation.Mediation.Create(world), unexpected);
        Map(application, dispatcher, new EventStream(options, world, events), options, Gate(options, world), new ServedNamespace(world.Namespace));
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await events.DisposeAsync();
            await application.DisposeAsync();
            throw new IOException($"port {options.Port} on {options.Address} is in use", error);
        }
        return new RestServer(application, events);
    }

    /// <summary>Ends the streams of events first: they would never end by themselves.</summary>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        await _application.DisposeAsync();
    }

    static AccessGate? Gate(RestOptions options, RestWorld world) =>
        options.Access is { } access ? new AccessGate(access, world.Namespace, RouteTable.BasePath) : null;

    static void Map(WebApplication application, RestDispatcher dispatcher, EventStream events, RestOptions options, AccessGate? gate, ServedNamespace served)
    {
        if (HostCheck.Of(options.Address, options.Tls is not null || options.Access is not null, options.AllowedHosts) is { } hosts)
            application.Use(next => context => hosts.Complaint(context.Request.Host.Host) is { } complaint
                ? Envelope.Refuse(context, StatusCodes.Status421MisdirectedRequest, complaint)
                : next(context));
        application.Use(next => context => Explain(next, context));
        application.UseRouting();
        if (gate is not null) application.Use(next => context => gate.Serve(context, next));
        application.Use(next => context => served.Serve(context, next));
        foreach (var route in RouteTable.All)
            application.MapMethods(RouteTable.BasePath + route.Path, [route.Method], context => dispatcher.Serve(context, route));
        application.MapMethods(RouteTable.BasePath + OpenApiDocument.Path, ["GET"], new OpenApiDocument(options.Version).Serve);
        application.MapMethods(RouteTable.BasePath + OpenApiDocument.EventsPath, ["GET"], events.Serve);
        application.MapMethods("/", ["OPTIONS"], context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        application.UseEndpoints(_ => { });
    }

    // Routing answers an unknown path or method without a body; every answer shall be an envelope.
    static async Task Explain(RequestDelegate next, HttpContext context)
    {
        await next(context);
        if (context.Response.HasStarted) return;
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
            await Envelope.Refuse(context, StatusCodes.Status404NotFound, "there is no such path; see /api/v1/openapi.json");
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            await Envelope.Refuse(context, StatusCodes.Status405MethodNotAllowed, $"{context.Request.Method} is not served here, but {context.Response.Headers.Allow}");
    }
}
