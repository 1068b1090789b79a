using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Listens where an operator would, records what is asked and gives prepared answers.</summary>
sealed class RecordingOperator : IAsyncDisposable
{
    readonly WebApplication _server;
    readonly Func<RecordedRequest, RecordedAnswer> _answer;
    readonly ConcurrentQueue<RecordedRequest> _requests = new();

    RecordingOperator(WebApplication server, Func<RecordedRequest, RecordedAnswer> answer) => (_server, _answer) = (server, answer);

    /// <summary>Told in the header of every answer; null is an older operator, which tells none.</summary>
    public string? Namespace { get; init; }

    /// <summary>Serves <c>/api/v1/events</c>; null is an older operator, which has none.</summary>
    public EventFeed? Events { get; init; }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public string[] Address => ["--host", "127.0.0.1", "--port", $"{new Uri(_server.Urls.Single()).Port}"];

    public static async Task<RecordingOperator> Start(Func<RecordedRequest, RecordedAnswer> answer, string? @namespace = null, EventFeed? events = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var recording = new RecordingOperator(server, answer) { Namespace = @namespace, Events = events };
        server.Run(recording.Serve);
        await server.StartAsync();
        return recording;
    }

    /// <summary>The same answer to everything.</summary>
    public static Task<RecordingOperator> Start(string body, int code = 200) => Start(_ => new RecordedAnswer(code, body));

    public Task<Invocation> Run(params string[] arguments) => Invocation.Run([.. arguments, .. Address]);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    async Task Serve(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new RecordedRequest(
            context.Request.Method, context.Request.Path.Value + context.Request.QueryString, await reader.ReadToEndAsync(), context.Request.ContentType, context.Request.Headers.Accept,
            context.Request.Headers.Authorization);
        if (Namespace is not null) context.Response.Headers["Flink-Namespace"] = Namespace;
        if (context.Request.Path == "/api/v1/events")
        {
            if (Events is null) context.Response.StatusCode = 404;
            else await Events.Serve(context);
            return;
        }
        _requests.Enqueue(request);
        var answer = _answer(request);
        context.Response.StatusCode = answer.Code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body);
    }
}

sealed record RecordedRequest(string Method, string Path, string Body, string? ContentType, string? Accept, string? Authorization);

sealed record RecordedAnswer(int Code, string Body);
