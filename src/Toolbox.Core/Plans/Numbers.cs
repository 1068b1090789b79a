using System.Text.Json;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Plans;

/// <summary>The numbers that more than one may write.</summary>
static class Numbers
{
    public const string TaskManagers = "taskManagers";

    public const string Parallelism = "jobParallelism";

    /// <summary>Something to say about a number: it changes, or it stands against what is declared.</summary>
    /// <param name="reason">Why it changes, if it does.</param>
    public static Seq<NumberChange> Of(string field, Option<JsonElement> before, JsonElement after, Option<int> declared, string reason)
    {
        var (old, now) = (before.Bind(spec => Number(spec, field)), Number(after, field));
        if (before.IsNone) return now.IsNone ? Empty : Seq1(new NumberChange(field, declared, None, now, "it is new"));
        if (old != now) return Seq1(new NumberChange(field, declared, old, now, reason));
        return declared.Exists(value => now != value)
            ? Seq1(new NumberChange(field, declared, old, now, "its own number is the latest word and stays")) : Empty;
    }

    static Option<int> Number(JsonElement spec, string field) =>
        spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number : None;
}
