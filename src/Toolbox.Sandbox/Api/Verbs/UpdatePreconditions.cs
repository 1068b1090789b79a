using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Rules;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The uid and the resource version that a body insists on.</summary>
static class UpdatePreconditions
{
    public static void Check(ResourceType type, KindRules rules, StoredObject live, JsonObject content)
    {
        var version = content.TextAt("metadata", "resourceVersion") ?? "";
        var uid = content.TextAt("metadata", "uid");
        var liveUid = live.Content.TextAt("metadata", "uid");
        if (uid is { Length: > 0 } && uid != liveUid)
        {
            throw type.Custom is null
                ? Refuse.Conflict(type, live.Name,
                    $"StorageError: invalid object, Code: 4, Key: /registry/{type.Plural}/{live.Namespace}/{live.Name}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: {uid}, UID in object meta: {liveUid}")
                : Refuse.Invalid(type.Group, type.Kind, live.Name, Twice(FieldError.Invalid("metadata.uid", uid, "field is immutable")));
        }
        if (version.Length == 0)
        {
            if (!rules.UpdatesUnconditionally)
                throw Refuse.Invalid(type.Group, type.Plural, live.Name, [FieldError.Invalid("metadata.resourceVersion", 0, "must be specified for an update")]);
        }
        else if (version != live.Version.ToString(CultureInfo.InvariantCulture)) throw Refuse.Modified(type, live.Name);
    }

    // The metadata of a custom resource is validated as an object and as one of its kind.
    static FieldError[] Twice(FieldError error) => [error, error];
}
