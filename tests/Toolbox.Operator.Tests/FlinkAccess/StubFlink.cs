using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Toolbox.Operator.Tests.FlinkAccess;

/// <summary>Answers like a JobManager with fixed texts, and remembers what it was asked.</summary>
sealed class StubFlink : IAsyncDisposable
{
    readonly WebApplication _server;

    StubFlink(WebApplication server) => _server = server;

    public ConcurrentQueue<string> Asked { get; } = [];

    public Uri Address => new(_server.Urls.First());

    /// <param name="answers">JSON by path below /v1/; anything else is not found.</param>
    public static async Task<StubFlink> Start(IReadOnlyDictionary<string, string> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var stub = new StubFlink(builder.Build());
        stub._server.Run(context => stub.Answer(context, answers));
        await stub._server.StartAsync();
        return stub;
    }

    async Task Answer(HttpContext context, IReadOnlyDictionary<string, string> answers)
    {
        var path = context.Request.Path.Value!.Replace("/v1/", "", StringComparison.Ordinal);
        Asked.Enqueue(path);
        if (!answers.TryGetValue(path, out var answer)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer ?? """{"errors":["not found"]}""");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
