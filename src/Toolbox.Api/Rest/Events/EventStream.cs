using System.Text;
using Microsoft.AspNetCore.Http;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Events;

/// <summary>Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) of one client, until it leaves or is dropped.</summary>
sealed class EventStream(RestOptions options, RestWorld world, EventHub hub)
{
    public async Task Serve(HttpContext context)
    {
        if (!world.IsReady)
        {
            await Envelope.Write(context, new Reply.Refused(Refusal.NotReady, "the caches are not filled yet"));
            return;
        }
        using var client = hub.Subscribe(context.Request.Headers["Last-Event-ID"].ToString());
        if (client is null)
        {
            await Envelope.Write(context, new Reply.Refused(Refusal.NotReady, $"at most {options.MostEventClients} clients can follow events"));
            return;
        }
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, client.Dropped);
        try
        {
            await Write(context.Response, client, end.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // A client that was dropped may not even read the end of its stream.
            context.Abort();
        }
    }

    async Task Write(HttpResponse response, EventSubscription client, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // Proxies that collect answers before they pass them on are asked not to (nginx).
        response.Headers["X-Accel-Buffering"] = "no";
        await Send(response, "retry: 3000\n\n", cancellation);
        if (client.Reset) await WriteAll(response, client, cancellation);
        else foreach (var change in client.Missed) await Send(response, Text(change), cancellation);
        while (true)
        {
            if (client.Changes.TryRead(out var change)) await Send(response, Text(change), cancellation);
            else if (!await Comes(client, cancellation)) await Send(response, ": heartbeat\n\n", cancellation);
        }
    }

    // Whoever loses the connection before all was told has to begin anew, so there is no id to go on from until it is complete.
    async Task WriteAll(HttpResponse response, EventSubscription client, CancellationToken cancellation)
    {
        await Send(response, "id: none\nevent: reset\ndata: {}\n\n", cancellation);
        foreach (var data in client.Present) await Send(response, $"event: added\ndata: {data}\n\n", cancellation);
        await Send(response, $"id: {hub.Id(client.Start)}\nevent: complete\ndata: {{}}\n\n", cancellation);
    }

    async Task<bool> Comes(EventSubscription client, CancellationToken cancellation)
    {
        try
        {
            return await client.Changes.WaitToReadAsync(cancellation).AsTask().WaitAsync(options.Heartbeat, world.Clock, cancellation);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    string Text(ResourceEvent change) => $"id: {hub.Id(change.Number)}\nevent: {change.Change}\ndata: {change.Data}\n\n";

    static async Task Send(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
