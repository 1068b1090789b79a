using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Discovery;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Verbs;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Takes a request through authentication, authorization and routing to a verb, and writes its answer or refusal.</summary>
sealed class RequestPipeline(ApiState state)
{
    readonly AnswerWriter _writer = new(state.Clock);
    readonly ResourceRouter _resources = new(state);
    readonly NonResourceRouter _others = new(state);

    readonly Impersonation _impersonation = new(state.Authorizer);

    public async Task HandleAsync(HttpContext http)
    {
        ApiCall? call = null;
        try
        {
            var watch = http.Request.Query.TryGetValue("watch", out var flag) && flag[0] is "true" or "1" or "True";
            var target = RequestTarget.Parse(http.Request.Method, http.Request.Path.Value ?? "/", watch);
            var user = state.Authentication.Identify(http.Request);
            http.Response.Headers.CacheControl = "no-cache, private";
            call = new ApiCall(http, target, _impersonation.Apply(user, http.Request), state.Clock.GetUtcNow());
            state.Requests.Count(call);
            call.Access = state.Authorizer.Require(AccessRequest.Of(call.User, target, call.Query("fieldSelector")));
            if (target.Verb == "watch") state.Audit?.Started(call);
            var (answer, form) = target.IsResource ? await _resources.RouteAsync(call) : (_others.Route(call), Representation.Json);
            await _writer.WriteAsync(call, answer, form);
        }
        catch (RequestRefused refused) when (!http.Response.HasStarted)
        {
            await AnswerWriter.WriteRefusalAsync(call, http, refused);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception error) when (!http.Response.HasStarted && error is not OperationCanceledException)
        {
            await AnswerWriter.WriteRefusalAsync(call, http, Refuse.Internal(error.ToString()));
        }
        finally
        {
            if (call is not null) state.Audit?.Completed(call);
        }
    }
}
