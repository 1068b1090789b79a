using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Streams and proxies that the sandbox does not offer; each says so in the words that fit best.</summary>
sealed class ProxyVerb(ApiState state)
{
    public Answer Handle(ApiCall call, ResourceType type) => (type.Plural, call.Target.Subresource) switch
    {
        (_, "exec" or "attach" or "portforward") => throw Stream(call, type),
        // Pods live on loopback here, where a real server does not proxy to either.
        ("pods", _) => throw Refuse.BadRequest("address not allowed"),
        ("services", _) => throw Service(call, type),
        _ => throw Unsupported(call, type),
    };

    static RequestRefused Stream(ApiCall call, ResourceType type) =>
        call.Http.Request.Headers.Upgrade.Count == 0 && !call.Http.WebSockets.IsWebSocketRequest ? Refuse.BadRequest("Upgrade request required") : Unsupported(call, type);

    RequestRefused Service(ApiCall call, ResourceType type)
    {
        var name = call.Target.Name.Split(':')[0];
        if (state.Objects(type).Find(call.Target.Namespace, name) is null) return Refuse.NotFound(type, name);
        var endpoints = state.Objects(state.Catalog.View.Require("", "endpoints")).Find(call.Target.Namespace, name);
        return endpoints is null || !endpoints.Content.ObjectsAt("subsets").Any(subset => subset.ObjectsAt("addresses").Any())
            ? new RequestRefused(503, "ServiceUnavailable", $"no endpoints available for service \"{name}\"")
            : Unsupported(call, type);
    }

    static RequestRefused Unsupported(ApiCall call, ResourceType type) =>
        new(501, "NotImplemented", $"the sandbox's API server does not support {type.Plural}/{call.Target.Subresource}");
}
