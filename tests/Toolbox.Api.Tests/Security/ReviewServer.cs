using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.Security;

/// <summary>An API server that only reviews: it knows some tokens, and what their users may do.</summary>
sealed class ReviewServer : IAsyncDisposable
{
    readonly WebApplication _application;

    ReviewServer(WebApplication application) => _application = application;

    /// <summary>Token to user.</summary>
    public ConcurrentDictionary<string, string> Users { get; } = new();

    /// <summary>What is allowed: <c>USER VERB RESOURCE</c>, the resource with its subresource.</summary>
    public ConcurrentDictionary<string, bool> Allowed { get; } = new();

    /// <summary>All reviews that were asked for.</summary>
    public ConcurrentQueue<JsonNode> Asked { get; } = new();

    /// <summary>Whether it answers with an error.</summary>
    public bool IsBroken { get; set; }

    public KubernetesApiClient Connect() => KubernetesApiClient.Connect(
        new ApiConnection(new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single())));

    public static async Task<ReviewServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new ReviewServer(application);
        application.Run(server.Serve);
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    async Task Serve(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Asked.Enqueue(body);
        context.Response.StatusCode = IsBroken ? 500 : 201;
        body["status"] = context.Request.Path.Value switch
        {
            "/apis/authentication.k8s.io/v1/tokenreviews" => Token((string)body["spec"]!["token"]!),
            "/apis/authorization.k8s.io/v1/subjectaccessreviews" => Access(body["spec"]!),
            _ => throw new InvalidOperationException(context.Request.Path),
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }

    JsonObject Token(string token) => Users.TryGetValue(token, out var user)
        ? new JsonObject { ["authenticated"] = true, ["user"] = new JsonObject { ["username"] = user, ["groups"] = new JsonArray("people") } }
        : new JsonObject { ["error"] = "unknown" };

    JsonObject Access(JsonNode spec)
    {
        var attributes = spec["resourceAttributes"]!;
        var resource = attributes["subresource"] is { } part ? $"{attributes["resource"]}/{part}" : $"{attributes["resource"]}";
        return new JsonObject { ["allowed"] = Allowed.ContainsKey($"{spec["user"]} {attributes["verb"]} {resource}") };
    }
}
