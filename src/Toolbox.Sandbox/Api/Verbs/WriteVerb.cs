using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Creates with POST and replaces with PUT.</summary>
sealed class WriteVerb(ObjectWriter writer)
{
    public async Task<Answer> CreateAsync(ApiCall call, ResourceType type)
    {
        var options = WriteOptions.Parse(call, "CreateOptions");
        var body = EventConversion.Stored(type, BodyReader.Object(call, await call.ReadBodyAsync(), type, options.FieldValidation));
        if (call.Target.Name.Length > 0) body.Child("metadata").SetDefault("name", call.Target.Name);
        var item = writer.Create(call, type.StoredType, type.Namespaced ? call.Target.Namespace : "", body, options);
        return new Answer.Single(201, type, item);
    }

    public async Task<Answer> ReplaceAsync(ApiCall call, ResourceType type)
    {
        var options = WriteOptions.Parse(call, "UpdateOptions");
        var body = EventConversion.Stored(type, BodyReader.Object(call, await call.ReadBodyAsync(), type, options.FieldValidation));
        CheckAddress(call, type, body);
        var (item, created) = writer.Update(call, type.StoredType, type.Namespaced ? call.Target.Namespace : "", call.Target.Name, call.Target.Subresource, options, _ => body);
        return new Answer.Single(created ? 201 : 200, type, item);
    }

    /// <summary>Name and namespace of the body agree with the URL.</summary>
    public static void CheckAddress(ApiCall call, ResourceType type, JsonObject body)
    {
        var (name, url) = (body.TextAt("metadata", "name") ?? "", call.Target.Name);
        if (name.Length == 0) throw Refuse.BadRequest($"the name of the object ({url} based on URL) was undeterminable: name must be provided");
        if (name != url) throw Refuse.BadRequest($"the name of the object ({name}) does not match the name on the URL ({url})");
        if (type.Namespaced && body.TextAt("metadata", "namespace") is { Length: > 0 } own && own != call.Target.Namespace)
            throw Refuse.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
}
