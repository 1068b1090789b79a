using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Values in the form that statuses have always had; null stands for a field that shall not be there.</summary>
static class StatusValues
{
    /// <summary>ISO-8601 in UTC with milliseconds.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonNode? Value(Option<DateTimeOffset> time) => time.Map(Text).Map(text => (JsonNode?)text).IfNoneUnsafe((JsonNode?)null);

    public static JsonNode? Value<T>(Option<T> choice) where T : struct, Enum =>
        choice.Map(value => (JsonNode?)value.ToString()).IfNoneUnsafe((JsonNode?)null);

    /// <summary>An object, or null for every one of its fields: so the fields go and those of others stay.</summary>
    public static JsonNode? Part<T>(Option<T> value, Func<T, JsonObject> render) =>
        value.Map(item => (JsonNode?)render(item)).IfNoneUnsafe((JsonNode?)null);

    public static JsonNode? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    public static JsonNode? NullIfZero(int number) => number == 0 ? null : number;

    public static JsonNode? NullIfFalse(bool flag) => flag ? true : null;

    public static JsonArray List<T>(Seq<T> items, Func<T, JsonObject> render) => new([.. items.Select(item => (JsonNode?)render(item))]);

    public static JsonObject Condition(Condition condition) => new()
    {
        ["type"] = condition.Type,
        ["status"] = condition.Status ? "True" : "False",
        ["reason"] = condition.Reason,
        ["message"] = condition.Message,
        ["lastTransitionTime"] = Text(condition.LastTransitionTime),
        ["observedGeneration"] = condition.ObservedGeneration,
    };

    public static JsonObject Decision(LastDecision decision) => new()
    {
        ["rule"] = decision.Rule,
        ["since"] = Text(decision.Since),
        ["message"] = decision.Message,
    };

    public static JsonObject Request(Request request) => new()
    {
        ["action"] = RequestedActionText.Write(request.Action),
        ["withoutSavepoint"] = request.WithoutSavepoint,
        ["since"] = Text(request.Since),
    };
}
