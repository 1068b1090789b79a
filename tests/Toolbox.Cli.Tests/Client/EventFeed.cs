using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Toolbox.Cli.Tests.Client;

/// <summary>A stream of events as the operator writes it, of what a test tells; each connection hears what is told from then on.</summary>
sealed class EventFeed
{
    readonly Lock _lock = new();
    Channel<string>? _current;
    int _connections;

    public int Connections => Volatile.Read(ref _connections);

    public void Tell(string kind, string name) => Write($"event: changed\ndata: {{\"kind\":\"{kind}\",\"name\":\"{name}\"}}\n\n");

    /// <summary>Ends the connection, as an operator does that is restarted.</summary>
    public void Break()
    {
        lock (_lock) _current!.Writer.Complete();
    }

    public async Task Serve(HttpContext context)
    {
        var told = Channel.CreateUnbounded<string>();
        lock (_lock) _current = told;
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("retry: 3000\n\nevent: reset\ndata: {}\n\nid: a-0\nevent: complete\ndata: {}\n\n");
        await context.Response.Body.FlushAsync();
        Interlocked.Increment(ref _connections);
        try
        {
            await foreach (var text in told.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(text);
                await context.Response.Body.FlushAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left.
        }
    }

    void Write(string text)
    {
        lock (_lock) _current!.Writer.TryWrite(text);
    }
}
