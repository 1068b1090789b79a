using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Patches an object or one of its subresources, server-side apply included.</summary>
sealed class PatchVerb(ApiState state, ObjectWriter writer)
{
    public async Task<Answer> HandleAsync(ApiCall call, ResourceType type)
    {
        var text = await call.ReadBodyAsync();
        var patch = PatchBody.Read(call.MediaType, text.Span, type.Custom is not null);
        var options = Options(call, patch);
        var target = call.Target;
        var (item, created) = writer.Update(call, type.StoredType, type.Namespaced ? target.Namespace : "", target.Name, target.Subresource, options,
            live => EventConversion.Stored(type, Next(call, type, patch, live is null ? null : EventConversion.Served(type, live), options)));
        return new Answer.Single(created ? 201 : 200, type, item);
    }

    JsonObject Next(ApiCall call, ResourceType type, PatchBody patch, JsonObject? live, WriteOptions options) =>
        patch is PatchBody.Apply apply ? Applied(call, type, apply.Configuration, live, options) : Patched(call, type, patch, live!, options);

    public static WriteOptions Options(ApiCall call, PatchBody patch)
    {
        var options = WriteOptions.Parse(call, "PatchOptions");
        if (patch is not PatchBody.Apply)
        {
            return call.Query("force") is null ? options with { IsPatch = true }
                : throw Refuse.InvalidOptions("PatchOptions", FieldError.Forbidden("force", "may not be specified for non-apply patch"));
        }
        if (string.IsNullOrEmpty(call.Query("fieldManager")))
            throw Refuse.InvalidOptions("PatchOptions", FieldError.Required("fieldManager", "is required for apply patch"));
        return options with { IsApply = true };
    }

    static JsonObject Patched(ApiCall call, ResourceType type, PatchBody patch, JsonObject live, WriteOptions options)
    {
        var patched = patch.ApplyTo(live, type.Fields) switch
        {
            PatchResult.Patched result => result.Object,
            PatchResult.Refused refused => throw RefusedPatch(refused),
        };
        WriteVerb.CheckAddress(call, type, patched);
        CheckDeletion(type, patched, live);
        CheckKind(call, type, patched);
        var before = options.FieldValidation == "Strict" ? Shown(patch, patched) : "";
        var unknown = type.Custom is null ? TypedDecoder.Decode(patched, type.Fields, type.Kind, type.Version) : CustomBody.Normalise(patched, type);
        Judge(call, unknown, before, options);
        return patched;
    }

    JsonObject Applied(ApiCall call, ResourceType type, JsonObject configuration, JsonObject? live, WriteOptions options)
    {
        var target = call.Target;
        if (configuration.TextAt("metadata", "name") is null) configuration.Child("metadata")["name"] = target.Name;
        WriteVerb.CheckAddress(call, type, configuration);
        var ignored = ManagedFieldTracking.Ignored(type, target.Subresource);
        var apply = new ApplyOptions(options.Manager, options.Force, target.Subresource, type.ApiVersion, state.Now, type.Fields, ignored);
        var result = ServerSideApply.Apply(live, configuration, apply);
        if (result is ApplyResult.Conflicts found && KubectlUpgrade.Allows(live, found.Fields, apply))
            result = ServerSideApply.Apply(live, configuration, apply with { Force = true });
        var next = result switch
        {
            ApplyResult.Applied applied => applied.Object,
            ApplyResult.Unchanged unchanged => unchanged.Object.Copy(),
            ApplyResult.Conflicts conflicts => throw Conflict(conflicts.Fields),
            ApplyResult.Refused refused => throw new RequestRefused(refused.Code, refused.Reason, refused.Message),
        };
        KubectlUpgrade.Annotate(next, configuration, options.Manager);
        if (type.Custom is null) TypedDecoder.Decode(next, type.Fields, type.Kind, type.Version);
        return next;
    }

    public static RequestRefused RefusedPatch(PatchResult.Refused refused) =>
        new(refused.Code, refused.Reason, refused.Message, refused.Reason == "Invalid" ? [] : null);

    // A patch may name a time of deletion only for an object that is being deleted, where it is ignored.
    static void CheckDeletion(ResourceType type, JsonObject patched, JsonObject live)
    {
        if (live.At("metadata", "deletionTimestamp") is not null || patched.At("metadata", "deletionTimestamp") is not { } time) return;
        var error = FieldError.Invalid("metadata.deletionTimestamp", time, "field is immutable");
        throw Refuse.Invalid(type.Group, type.Kind, patched.TextAt("metadata", "name") ?? "", [error, error]);
    }

    static void CheckKind(ApiCall call, ResourceType type, JsonObject patched)
    {
        var kind = patched.TextAt("kind") ?? "";
        var apiVersion = patched.TextAt("apiVersion") ?? "";
        var name = call.Target.Name;
        if (kind != type.Kind) throw Refuse.Invalid(type.Group, kind, name, [FieldError.Invalid("kind", kind, $"must be {type.Kind}")]);
        if (apiVersion != type.ApiVersion) UnknownFields.WarnOfAll(call, patched);
        if (apiVersion != type.ApiVersion) throw Refuse.Invalid(type.Group, type.Kind, name, [FieldError.Invalid("apiVersion", apiVersion, $"must be {type.ApiVersion}")]);
    }

    static void Judge(ApiCall call, IReadOnlyList<string> unknown, string shown, WriteOptions options)
    {
        if (unknown.Count == 0 || options.FieldValidation == "Ignore") return;
        var problems = unknown.Select(path => $"unknown field \"{path}\"").ToList();
        if (options.FieldValidation == "Strict")
            throw Refuse.Invalid("", "", "", [FieldError.Invalid("patch", shown, $"strict decoding error: {string.Join(", ", problems)}")]);
        call.Warnings.AddRange(problems);
    }

    // A strict refusal shows the strategic patch as Go prints it, and for the other patches the whole patched object.
    static string Shown(PatchBody patch, JsonObject patched) =>
        patch is PatchBody.Strategic strategic ? GoText.Format(strategic.Patch) : GoText.Json(patched);

    static RequestRefused Conflict(IReadOnlyList<FieldConflict> fields)
    {
        var causes = fields.Select(field => (JsonNode)new JsonObject
        {
            ["reason"] = "FieldManagerConflict", ["message"] = field.Message, ["field"] = field.Path,
        });
        return new RequestRefused(409, "Conflict", FieldConflict.Summary(fields), new JsonObject { ["causes"] = new JsonArray([.. causes]) });
    }
}
