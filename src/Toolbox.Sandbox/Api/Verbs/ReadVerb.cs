using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Gets one object.</summary>
sealed class ReadVerb(ApiState state, ListVerb list)
{
    public async Task<Answer> HandleAsync(ApiCall call, ResourceType type)
    {
        await list.WaitForAsync(ListVerb.ParseVersion(call.Query("resourceVersion") ?? ""), call.Aborted);
        var target = call.Target;
        var item = state.Objects(type).Find(type.Namespaced ? target.Namespace : "", target.Name) ?? throw Refuse.NotFound(type, target.Name);
        return new Answer.Single(200, type, item);
    }
}
