using System.Globalization;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Selectors;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The query of a list, a watch or a deletion of a collection.</summary>
sealed record ListOptions
{
    public required LabelSelector Labels { get; init; }
    public required FieldSelector Fields { get; init; }
    public required string ResourceVersion { get; init; }
    public required string Match { get; init; }
    public required long Limit { get; init; }
    public required string Continue { get; init; }
    public required bool? SendInitialEvents { get; init; }
    public required bool Bookmarks { get; init; }
    public required TimeSpan? Timeout { get; init; }

    public bool HasSelector => Labels.Requirements.Count + Fields.Requirements.Count > 0;

    public bool Matches(StoredObject item) => Labels.Matches(item.Content) && (Fields.Requirements.Count == 0 || Fields.Matches(field => SelectableFields.Read(item.Content, field)));

    public static ListOptions Parse(ApiCall call, ResourceType type, bool watch)
    {
        var options = new ListOptions
        {
            Limit = Number(call.Query("limit")) ?? 0,
            Timeout = Number(call.Query("timeoutSeconds")) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
            Labels = QuerySelectors.Labels(call.Query("labelSelector")),
            Fields = QuerySelectors.Fields(call.Query("fieldSelector"), type),
            ResourceVersion = call.Query("resourceVersion") ?? "",
            Match = call.Query("resourceVersionMatch") ?? "",
            Continue = call.Query("continue") ?? "",
            SendInitialEvents = call.Query("sendInitialEvents") is { Length: > 0 } ? call.QueryFlag("sendInitialEvents") : null,
            Bookmarks = call.QueryFlag("allowWatchBookmarks"),
        };
        List<FieldError> errors = [.. watch ? WatchErrors(options) : ListErrors(options)];
        if (errors.Count > 0) throw Refuse.InvalidOptions("ListOptions", errors);
        return options;
    }

    static IEnumerable<FieldError> ListErrors(ListOptions options)
    {
        const string Field = "resourceVersionMatch";
        if (options.SendInitialEvents is not null) yield return FieldError.Forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
        if (options.Match.Length == 0) yield break;
        if (options.ResourceVersion.Length == 0) yield return FieldError.Forbidden(Field, "resourceVersionMatch is forbidden unless resourceVersion is provided");
        if (options.Continue.Length > 0) yield return FieldError.Forbidden(Field, "resourceVersionMatch is forbidden when continue is provided");
        if (options.Match is not ("Exact" or "NotOlderThan")) yield return FieldError.NotSupported(Field, options.Match, ["Exact", "NotOlderThan", ""]);
        else if (options is { Match: "Exact", ResourceVersion: "0" }) yield return FieldError.Forbidden(Field, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    }

    static IEnumerable<FieldError> WatchErrors(ListOptions options)
    {
        const string Field = "resourceVersionMatch";
        if (options.Match.Length > 0 && options.SendInitialEvents is null)
            yield return FieldError.Forbidden(Field, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        if (options.SendInitialEvents is not null && options.Match != "NotOlderThan")
            yield return FieldError.Forbidden(Field, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }

    static long? Number(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Refuse.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }
}
