using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Finds the verb of a subresource.</summary>
sealed class SubresourceRouter(ApiState state, ObjectWriter writer, ReadVerb read, WriteVerb write, PatchVerb patch)
{
    readonly ScaleVerb _scale = new(state, writer);
    readonly BindingVerb _binding = new(state, writer);
    readonly EvictionVerb _eviction = new(state, writer);
    readonly TokenVerb _token = new(state);
    readonly PodLogVerb _log = new(state);
    readonly ProxyVerb _proxy = new(state);

    public async Task<Answer> RouteAsync(ApiCall call, ResourceType type)
    {
        var target = call.Target;
        if (type.SubresourceNamed(target.Subresource) is not { } subresource)
            throw type.Custom is null ? Refuse.UnknownResource() : Refuse.NotFound(type, target.Name);
        if (!subresource.Verbs.Contains(target.Verb))
            throw type.Custom is null ? Refuse.MethodNotAllowed() : Refuse.VerbNotSupported(type, target.Verb);
        return (target.Subresource, target.Verb) switch
        {
            ("scale", _) => await _scale.HandleAsync(call, type),
            ("binding", _) => await _binding.HandleAsync(call),
            ("eviction", _) => await _eviction.HandleAsync(call),
            ("token", _) => await _token.HandleAsync(call, type),
            ("log", _) => await _log.HandleAsync(call, type),
            ("exec" or "attach" or "portforward" or "proxy", _) => _proxy.Handle(call, type),
            ("resize" or "ephemeralcontainers", "patch" or "update") =>
                throw new RequestRefused(501, "NotImplemented", $"the sandbox's API server does not support changes through {type.Plural}/{target.Subresource}"),
            (_, "get") => await read.HandleAsync(call, type),
            (_, "patch") => await patch.HandleAsync(call, type),
            (_, "update") => await write.ReplaceAsync(call, type),
            _ => throw Refuse.MethodNotAllowed(),
        };
    }
}
