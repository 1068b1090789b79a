using System.Collections;
using System.Globalization;
using LanguageExt;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Situations;

/// <summary>A decision as text: the rule, what changes in the status, the commands, when to look again. Times are relative to now.</summary>
static class DecisionText
{
    public static string Of<TStatus>(Decision<TStatus> decision, TStatus before)
    {
        var lines = new List<string> { $"rule: {decision.Rule} ({decision.Verdict})" };
        lines.AddRange(Changes(before, decision.Status));
        lines.AddRange(decision.Commands.Map(command => $"command: {Text(command)}"));
        lines.AddRange(decision.WakeAt.Map(time => $"look again: {Text(time)}"));
        lines.AddRange(decision.Notice.Map(notice => $"event: {(notice.IsWarning ? "Warning" : "Normal")} {notice.Reason}: {notice.Message}"));
        return string.Join('\n', lines.Select(line => "  " + line));
    }

    // Conditions follow from rule and verdict, which are shown.
    static IEnumerable<string> Changes<TStatus>(TStatus before, TStatus after) =>
        from property in typeof(TStatus).GetProperties()
        where property.CanWrite && property.Name is not ("Conditions" or "Timestamp" or "ObservedGeneration" or "Decision")
        let old = Text(property.GetValue(before))
        let now = Text(property.GetValue(after))
        where old != now
        select $"{property.Name}: {old} -> {now}";

    static string Text(object? value) => value switch
    {
        null => "null",
        string text => text.Length == 0 ? "\"\"" : text,
        DateTimeOffset time => Time(time - Moment.Now),
        IOptional option => option.MatchUntyped(Text, () => "none"),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Text))}]",
        bool or int or long or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Where(IsOwn).Select(property => $"{property.Name}: {Text(property.GetValue(value))}"))})",
    };

    static bool IsOwn(System.Reflection.PropertyInfo property) => property.CanWrite && property.GetIndexParameters().Length == 0;

    static string Time(TimeSpan distance) => distance == TimeSpan.Zero ? "now" : $"now{(distance < TimeSpan.Zero ? "-" : "+")}{distance.Duration().TotalSeconds.ToString(CultureInfo.InvariantCulture)}s";
}
