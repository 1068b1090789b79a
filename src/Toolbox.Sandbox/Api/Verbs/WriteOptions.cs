using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The query options of a write.</summary>
/// <param name="Manager">Who is recorded in managedFields.</param>
/// <param name="FieldValidation"><c>Ignore</c>, <c>Warn</c> or <c>Strict</c>.</param>
sealed record WriteOptions(bool DryRun, string Manager, string FieldValidation, bool Force)
{
    /// <summary>A server-side apply: the object brings its managedFields along, and a missing one is created.</summary>
    public bool IsApply { get; init; }

    /// <summary>Another patch than an apply, which never creates.</summary>
    public bool IsPatch { get; init; }

    /// <param name="kind">The options' kind that a 422 names, such as <c>CreateOptions</c>.</param>
    public static WriteOptions Parse(ApiCall call, string kind)
    {
        var errors = new List<FieldError>();
        var dryRun = call.Http.Request.Query["dryRun"].OfType<string>().ToList();
        if (dryRun.Any(value => value != "All"))
            errors.Add(FieldError.NotSupported("dryRun", dryRun.ToJsonArray(), ["All"]));
        var validation = call.Query("fieldValidation") ?? "";
        if (validation is not ("" or "Ignore" or "Strict" or "Warn"))
            errors.Add(FieldError.NotSupported("fieldValidation", validation, ["", "Ignore", "Strict", "Warn"]));
        var manager = call.Query("fieldManager") ?? "";
        if (manager.Length > 128)
            errors.Add(new FieldError("fieldManager", "FieldValueTooLong", "Too long: may not be more than 128 bytes"));
        if (errors.Count > 0) throw Refuse.InvalidOptions(kind, errors);
        return new WriteOptions(dryRun.Count > 0, manager.Length > 0 ? manager : call.DefaultManager, validation.Length > 0 ? validation : "Warn", call.QueryFlag("force"));
    }
}
