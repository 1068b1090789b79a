using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Routes;
using Toolbox.Api.Rest.Transport;
using Route = Toolbox.Api.Rest.Routes.Route;

namespace Toolbox.Api.Rest;

/// <summary>The way of one call: its body, the request of its route, the handler, the envelope; every end has an answer.</summary>
sealed class RestDispatcher(RestOptions options, RestWorld world, IMediator mediator, Action<Exception> unexpected)
{
    public async Task Serve(HttpContext context, Route route)
    {
        try
        {
            var reply = await Answer(context, route);
            // As RFC 7234 has it for answers of which nobody knows whether they still hold.
            if (world.StaleSince is { } since) context.Response.Headers.Warning = $"110 flinkctl \"the API server was heard last at {since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\"";
            await Envelope.Write(context, reply);
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            // The client is gone: there is nobody to answer.
        }
    }

    async Task<Reply> Answer(HttpContext context, Route route)
    {
        if (options.IsReadOnly && route.Method != HttpMethods.Get)
            return new Reply.Refused(Refusal.Conflict, "this operator runs with --dry-run: it answers questions and changes nothing");
        if (!world.IsReady) return new Reply.Refused(Refusal.NotReady, "the caches are not filled yet");
        var reading = route.Body is RouteBody.Ignored ? default : await BodyReader.Read(context.Request, options, context.RequestAborted);
        if (reading.Refusal is { } refusal) return refusal;
        if (route.Body.Complaint(reading.Body) is { } complaint) return new Reply.Refused(Refusal.Malformed, complaint);
        return await Ask(route.Request(new RouteCall(name => (string)context.GetRouteValue(name)!, reading.Body)), context.RequestAborted);
    }

    async Task<Reply> Ask(IRequest<Reply> request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.HandlerTimeout, world.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await mediator.Send(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply.Refused(Refusal.TimedOut, $"no answer within {options.HandlerTimeout.TotalSeconds:0.#} s; it may yet be carried out");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            unexpected(error);
            return new Reply.Refused(Refusal.Internal, "an error in the operator; its log says more");
        }
    }
}
