using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>The scale subresource of workloads and of custom resources that declare one.</summary>
sealed class ScaleVerb(ApiState state, ObjectWriter writer)
{
    const string Version = "autoscaling/v1";

    static readonly FieldSchema Fields = CoreSchemas.Find(Version, "Scale")!;

    public async Task<Answer> HandleAsync(ApiCall call, ResourceType type)
    {
        var target = call.Target;
        var source = ScaleSource.Of(type);
        var live = state.Objects(type).Find(target.Namespace, target.Name) ?? throw Refuse.NotFound(type, target.Name);
        if (target.Verb == "get") return new Answer.Plain(200, source.Read(live.Content));
        var text = await call.ReadBodyAsync();
        if (target.Verb == "update")
        {
            var options = WriteOptions.Parse(call, "UpdateOptions");
            var body = Body(call, text);
            WriteVerb.CheckAddress(call, type, body);
            return Stored(call, type, source, options, _ => body);
        }
        var patch = PatchBody.Read(call.MediaType, text.Span, type.Custom is not null);
        var patchOptions = PatchVerb.Options(call, patch);
        if (patchOptions.IsApply) throw new RequestRefused(501, "NotImplemented", $"the sandbox does not support server-side apply of {type.Plural}/scale");
        return Stored(call, type, source, patchOptions, scale => patch.ApplyTo(scale, Fields) switch
        {
            PatchResult.Patched patched => patched.Object,
            PatchResult.Refused refused => throw PatchVerb.RefusedPatch(refused),
        });
    }

    Answer.Plain Stored(ApiCall call, ResourceType type, ScaleSource source, WriteOptions options, Func<JsonObject, JsonObject> change)
    {
        var (item, _) = writer.Update(call, type, call.Target.Namespace, call.Target.Name, "scale", options, live =>
        {
            var scale = change(source.Read(Readable(source, live!)));
            Check(type, call.Target.Name, scale);
            var next = source.Write(live!, scale);
            if (scale.TextAt("metadata", "resourceVersion") is { Length: > 0 } version) next.Child("metadata")["resourceVersion"] = version;
            return next;
        });
        return new Answer.Plain(200, source.Read(item.Content));
    }

    // A write may be the first to say how many are wanted.
    static JsonObject Readable(ScaleSource source, JsonObject live) =>
        live.NumberAt(source.Wanted) is null ? source.Write(live, []) : live;

    static void Check(ResourceType type, string name, JsonObject scale)
    {
        if (type.Custom is null && scale.NumberAt("spec", "replicas") is < 0 and var replicas)
            throw Refuse.Invalid("autoscaling", "Scale", name, [FieldError.Invalid("spec.replicas", replicas, "must be greater than or equal to 0")]);
    }

    static JsonObject Body(ApiCall call, ReadOnlyMemory<byte> text)
    {
        var body = BodyReader.Other(call, text, "Scale", Fields);
        if (body.TextAt("kind") is not (null or "Scale") || body.TextAt("apiVersion") is not (null or Version))
            throw Refuse.BadRequest("no kind is registered for the type v1.Scale in scheme \"pkg/runtime/scheme.go:111\"");
        return body;
    }
}
