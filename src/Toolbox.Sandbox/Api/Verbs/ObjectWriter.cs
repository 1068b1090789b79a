using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Rules;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Stores objects: the one way from a decoded body to the store for creates, updates, patches and subresources.</summary>
sealed class ObjectWriter(ApiState state)
{
    /// <summary>Creates an object; <paramref name="body"/> is decoded and given away.</summary>
    public StoredObject Create(ApiCall call, ResourceType type, string @namespace, JsonObject body, WriteOptions options)
    {
        var rules = RuleBook.For(type);
        lock (state.Store.Gate)
        {
            PrepareMetadata(body, type, @namespace, options);
            NamespaceAdmission.Check(state, type, @namespace, body.TextAt("metadata", "name") ?? "");
            if (body.TextAt("metadata", "resourceVersion") is { Length: > 0 }) throw Refuse.Unmapped("resourceVersion should not be set on objects to be created");
            body.Child("metadata").Remove("resourceVersion");
            rules.Default(body);
            KindAdmission.Check(state, type, body);
            if (rules.HasGeneration) body.Child("metadata")["generation"] = 1;
            if (!options.IsApply) ManagedFieldTracking.Record(type, null, body, options, "", state.Now);
            var collection = state.Objects(type);
            var context = Context(type, collection);
            rules.PrepareForCreate(body, context);
            Check(type, rules, body, null, context);
            var name = body.TextAt("metadata", "name")!;
            if (collection.Find(@namespace, name) is { } existing)
                throw Refuse.AlreadyExists(type, name, existing.Content.At("metadata", "deletionTimestamp") is not null);
            Warn(call, type, body);
            if (options.DryRun) return Unstored(body, type, null);
            return Stored(type, state.Store.Put(collection, body, null, type.Custom is null));
        }
    }

    /// <summary>
    /// Replaces an object by what <paramref name="next"/> makes of the live one (null when there is none and the kind creates on update).
    /// </summary>
    public (StoredObject Object, bool Created) Update(
        ApiCall call, ResourceType type, string @namespace, string name, string subresource, WriteOptions options, Func<JsonObject?, JsonObject> next)
    {
        var rules = RuleBook.For(type);
        lock (state.Store.Gate)
        {
            var collection = state.Objects(type);
            if (collection.Find(@namespace, name) is not { } live)
            {
                if (!(rules.CreatesOnUpdate || options.IsApply) || options.IsPatch || subresource.Length > 0) throw Refuse.NotFound(type, name);
                // Who may change a thing may not make it by that, as in the real server.
                state.Authorizer.Require(AccessRequest.Of(call.User, call.Target, null) with { Verb = "create" });
                return (Create(call, type, @namespace, next(null), options), true);
            }
            var content = next(live.Content);
            rules.Default(content);
            return (Replace(call, type, rules, collection, live, content, subresource, options), false);
        }
    }

    StoredObject Replace(
        ApiCall call, ResourceType type, KindRules rules, ObjectCollection collection, StoredObject live, JsonObject content, string subresource, WriteOptions options)
    {
        UpdatePreconditions.Check(type, rules, live, content);
        if (!options.IsApply) ManagedFieldTracking.Record(type, live.Content, content, options, subresource, state.Now);
        KeepMetadata(content, live.Content);
        var context = Context(type, collection);
        rules.PrepareForUpdate(content, live.Content, subresource, context);
        KeepGeneration(content, live.Content, rules);
        Check(type, rules, content, live.Content, context);
        Warn(call, type, content);
        content.Child("metadata")["resourceVersion"] = live.Content.TextAt("metadata", "resourceVersion");
        if (ManagedFieldTracking.SameButTimes(content, live.Content)) return live;
        if (IsReadyToGo(content)) return Gone(type, collection, live, content, options.DryRun);
        if (options.DryRun) return Unstored(content, type, live);
        return Stored(type, state.Store.Put(collection, content, live, type.Custom is null));
    }

    // The last finalizer went: the object is removed at once, and the answer shows it without the finalizer in its old version.
    StoredObject Gone(ResourceType type, ObjectCollection collection, StoredObject live, JsonObject content, bool dryRun)
    {
        if (!dryRun) Remove(type, collection, live, live.Content.Copy());
        return Unstored(content, type, live);
    }

    /// <summary>Removes an object for good and does what follows from it; <paramref name="last"/> is what watchers see.</summary>
    public StoredObject Remove(ResourceType type, ObjectCollection collection, StoredObject live, JsonObject last)
    {
        var removed = state.Store.Remove(collection, live, last, type.Custom is null);
        Definitions.OnRemoved(state, this, type, removed);
        return removed;
    }

    /// <summary>Stores a version that only the server changes, such as a deletion timestamp; no rules are asked.</summary>
    public StoredObject Put(ResourceType type, ObjectCollection collection, StoredObject live, JsonObject content) =>
        Stored(type, state.Store.Put(collection, content, live, type.Custom is null));

    public static bool IsReadyToGo(JsonObject content) =>
        content.At("metadata", "deletionTimestamp") is not null && !content.TextsAt("metadata", "finalizers").Any()
        && content.NumberAt("metadata", "deletionGracePeriodSeconds") is null or 0 && !content.TextsAt("spec", "finalizers").Any();

    RuleContext Context(ResourceType type, ObjectCollection collection) => new(type, collection.Objects.Values, state.Now);

    static void Check(ResourceType type, KindRules rules, JsonObject item, JsonObject? live, RuleContext context)
    {
        var custom = type.Custom is not null;
        List<FieldError> errors =
        [
            .. MetadataValidation.Validate(item, rules.Names, custom),
            .. live is null ? [] : MetadataValidation.ValidateUpdate(item, live),
            .. rules.Validate(item, live, context),
        ];
        // A missing name keeps the real server from running the rules of a custom resource, and it says so.
        if (custom && errors.Any(error => error.Field == "metadata.name" && error.Reason == "FieldValueRequired") && errors.All(error => error.Field != FieldError.NoField))
            errors.Add(FieldError.Invalid(FieldError.NoField, null, "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation"));
        if (errors.Count > 0) throw Refuse.Invalid(type.Group, type.Kind, item.TextAt("metadata", "name") ?? "", errors);
    }

    static void Warn(ApiCall call, ResourceType type, JsonObject item)
    {
        if (type.Custom is not null) call.Warnings.AddRange(MetadataValidation.Warnings(item));
    }

    void PrepareMetadata(JsonObject body, ResourceType type, string @namespace, WriteOptions options)
    {
        var metadata = body.Child("metadata");
        if (options.IsApply && metadata.TextAt("uid") is { Length: > 0 } uid)
            throw Refuse.Conflict(type, metadata.TextAt("name") ?? "", $"uid mismatch: the provided object specified uid {uid}, and no existing object was found");
        if (type.Namespaced)
        {
            if (metadata.TextAt("namespace") is { Length: > 0 } own && own != @namespace)
                throw Refuse.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
            metadata["namespace"] = @namespace;
        }
        else metadata.Remove("namespace");
        foreach (var name in (string[])["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"]) metadata.Remove(name);
        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = state.Now;
        if (string.IsNullOrEmpty(metadata.TextAt("name")) && metadata.TextAt("generateName") is { Length: > 0 } prefix)
            metadata["name"] = GeneratedNames.From(prefix);
    }

    // What the server alone decides keeps the live value whatever the body says.
    static void KeepMetadata(JsonObject content, JsonObject live)
    {
        var (metadata, old) = (content.Child("metadata"), live.Child("metadata"));
        foreach (var name in (string[])["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "namespace", "name", "generateName", "generation"])
        {
            if (old[name] is { } value) metadata[name] = value.DeepClone();
            else metadata.Remove(name);
        }
        metadata.Remove("selfLink");
    }

    static void KeepGeneration(JsonObject content, JsonObject live, KindRules rules)
    {
        if (!rules.HasGeneration || !rules.IsDesiredStateChanged(content, live)) return;
        content.Child("metadata")["generation"] = (live.NumberAt("metadata", "generation") ?? 0) + 1;
    }

    static StoredObject Unstored(JsonObject content, ResourceType type, StoredObject? live) =>
        live is null ? StoredObject.WithoutVersion(content, type.Custom is null) : StoredObject.Take(content, live.Version, type.Custom is null);

    StoredObject Stored(ResourceType type, StoredObject item)
    {
        Definitions.OnStored(state, this, type, item);
        return item;
    }
}
