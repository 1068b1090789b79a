using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Subresources;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Finds the resource and the verb of a request.</summary>
sealed class ResourceRouter
{
    static readonly Answer NotFound = new Answer.Text(404, "404 page not found\n");

    readonly ApiState _state;
    readonly ListVerb _list;
    readonly ReadVerb _read;
    readonly WriteVerb _write;
    readonly PatchVerb _patch;
    readonly DeleteVerb _delete;
    readonly WatchVerb _watch;
    readonly SubresourceRouter _subresources;
    readonly ReviewVerb _reviews;
    readonly BindingVerb _bindings;

    public ResourceRouter(ApiState state)
    {
        var writer = new ObjectWriter(state);
        _state = state;
        _list = new ListVerb(state);
        _read = new ReadVerb(state, _list);
        _write = new WriteVerb(writer);
        _patch = new PatchVerb(state, writer);
        _delete = new DeleteVerb(state, writer);
        _watch = new WatchVerb(state, _list);
        _subresources = new SubresourceRouter(state, writer, _read, _write, _patch);
        _reviews = new ReviewVerb(state);
        _bindings = new BindingVerb(state, writer);
    }

    public async Task<(Answer Answer, Representation Form)> RouteAsync(ApiCall call)
    {
        var target = call.Target;
        var view = _state.Catalog.View;
        var type = view.Find(target.Group, target.Version, target.Resource);
        if (type is null) return view.IsBuiltIn(target.Group) ? throw Refuse.UnknownResource() : (NotFound, Representation.Json);
        var custom = type.Custom is not null;
        if (custom && type.Namespaced && target.Namespace.Length == 0 && target.Verb is not ("list" or "watch")) return (NotFound, Representation.Json);
        if (!type.Namespaced && target.Namespace.Length > 0 && target.Resource != "namespaces") return custom ? (NotFound, Representation.Json) : throw Refuse.UnknownResource();
        var form = Negotiation.Choose(call.Http.Request.Headers.Accept.ToString(), streams: target.Verb == "watch", custom);
        if (target.Subresource.Length > 0) return (await _subresources.RouteAsync(call, type), form);
        return (custom ? await CustomAsync(call, type, form) : await BuiltInAsync(call, type, form), form);
    }

    async Task<Answer> BuiltInAsync(ApiCall call, ResourceType type, Representation form)
    {
        var target = call.Target;
        var named = target.Name.Length > 0;
        var everywhere = type.Namespaced && target.Namespace.Length == 0;
        var allowed = type.Verbs.Contains(target.Verb) && target.Verb switch
        {
            "create" => !named && !everywhere,
            "list" or "watch" => true,
            "deletecollection" => !everywhere,
            _ => named && !everywhere,
        };
        return allowed ? await VerbAsync(call, type, form) : throw Refuse.MethodNotAllowed();
    }

    async Task<Answer> CustomAsync(ApiCall call, ResourceType type, Representation form)
    {
        if (call.Target.Verb is "update" or "patch" && call.Target.Name.Length == 0) throw Refuse.BadRequest("name must be provided");
        return await VerbAsync(call, type, form);
    }

    async Task<Answer> VerbAsync(ApiCall call, ResourceType type, Representation form) => call.Target.Verb switch
    {
        "get" => await _read.HandleAsync(call, type),
        "list" => await _list.HandleAsync(call, type),
        "watch" => _watch.Handle(call, type, form),
        "create" when ReviewVerb.Handles(type) => await _reviews.HandleAsync(call, type),
        "create" when type.Plural == "bindings" => await _bindings.HandleAsync(call),
        "create" => await _write.CreateAsync(call, type),
        "update" => await _write.ReplaceAsync(call, type),
        "patch" => await _patch.HandleAsync(call, type),
        "delete" => await _delete.OneAsync(call, type),
        "deletecollection" => await _delete.ManyAsync(call, type),
        _ => throw Refuse.MethodNotAllowed(),
    };
}
