using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The options of a deletion, from its body and its query (which the body goes before).</summary>
sealed record DeleteOptions(bool DryRun, long? GracePeriodSeconds, string? PropagationPolicy, bool? OrphanDependents, string? Uid, string? ResourceVersion)
{
    public static readonly DeleteOptions None = new(false, null, null, null, null, null);

    public static DeleteOptions Parse(ApiCall call, JsonObject? body)
    {
        var grace = body.NumberAt("gracePeriodSeconds")
            ?? (long.TryParse(call.Query("gracePeriodSeconds"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);
        var options = new DeleteOptions(
            body.TextsAt("dryRun").Contains("All") || WriteOptions.Parse(call, "DeleteOptions").DryRun,
            grace,
            body.TextAt("propagationPolicy") ?? call.Query("propagationPolicy"),
            body.FlagAt("orphanDependents") ?? (call.Query("orphanDependents") is { } orphan ? orphan == "true" : null),
            body.TextAt("preconditions", "uid"),
            body.TextAt("preconditions", "resourceVersion"));
        options.Check();
        return options;
    }

    void Check()
    {
        if (PropagationPolicy is not (null or "" or "Foreground" or "Background" or "Orphan"))
            throw Refuse.InvalidOptions("DeleteOptions", FieldError.NotSupported("propagationPolicy", PropagationPolicy, ["Foreground", "Background", "Orphan", "nil"]));
        if (PropagationPolicy is { Length: > 0 } && OrphanDependents is not null)
            throw Refuse.InvalidOptions("DeleteOptions",
                FieldError.Invalid("propagationPolicy", PropagationPolicy, "orphanDependents and deletionPropagation cannot be both set"));
    }
}
