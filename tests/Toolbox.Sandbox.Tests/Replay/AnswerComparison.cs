using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>Compares an answer with the recorded one; the first difference is named with its path.</summary>
public sealed class AnswerComparison(Bindings bindings)
{
    int _cut;

    /// <summary>Null when they are the same.</summary>
    public string? Difference(JsonNode? expected, JsonNode? actual, string path = "")
    {
        if (expected is JsonValue cut && cut.GetValueKind() == JsonValueKind.String && cut.GetValue<string>().StartsWith('<')
            && (cut.GetValue<string>().Contains("trimmed", StringComparison.Ordinal) || cut.GetValue<string>().StartsWith("<as ", StringComparison.Ordinal))) return null;
        // Protobuf was recorded; the sandbox answers JSON, which such clients accept too.
        if (expected is JsonValue binary && binary.GetValueKind() == JsonValueKind.String && binary.GetValue<string>() == "<protobuf>") return null;
        return (expected, actual) switch
        {
            (null, null) => null,
            (JsonObject left, JsonObject right) => Members(left, right, path),
            (JsonArray left, JsonArray right) => Items(left, right, path),
            (JsonValue left, JsonValue right) => Values(left, right, path),
            _ => Differs(expected, actual, path),
        };
    }

    // The recorder cut objects down to what matters: no kind, or of a list's items only metadata. Then only what is there counts.
    static bool IsCut(JsonObject expected, JsonObject actual, string path) =>
        (actual.ContainsKey("kind") && actual.ContainsKey("apiVersion") && !expected.ContainsKey("apiVersion"))
        || (path.EndsWith(']') && expected.Count == 1 && expected.ContainsKey("metadata") && actual.Count > 1)
        || expected.Any(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "<trimmed>");

    string? Members(JsonObject expected, JsonObject actual, string path)
    {
        if (IsCut(expected, actual, path))
        {
            _cut++;
            var found = Members(expected, actual, path, cut: true);
            _cut--;
            return found;
        }
        return Members(expected, actual, path, cut: _cut > 0);
    }

    string? Members(JsonObject expected, JsonObject actual, string path, bool cut)
    {
        if (IsManyErrors(expected, actual)) return SameErrors(expected, actual, path);
        var columns = path.EndsWith(".columnDefinitions", StringComparison.Ordinal) || path.Contains(".columnDefinitions[", StringComparison.Ordinal);
        foreach (var (recorded, value) in expected)
        {
            var name = NameIn(actual, recorded);
            // The wording of column descriptions is the documentation's; ours are our own.
            if (columns && name == "description") continue;
            if (!actual.TryGetPropertyValue(name, out var other)) return $"{path}.{name}: missing, recorded {Short(value)}";
            if (Difference(value, other, $"{path}.{name}") is { } difference) return difference;
        }
        if (cut) return null;
        var known = expected.Select(member => NameIn(actual, member.Key)).ToHashSet();
        var extra = actual.FirstOrDefault(member => !known.Contains(member.Key) && !(columns && member.Key == "description"));
        return extra.Key is null ? null : $"{path}.{extra.Key}: not recorded, got {Short(extra.Value)}";
    }

    string? Items(JsonArray expected, JsonArray actual, string path)
    {
        if (expected.LastOrDefault() is JsonValue last && last.GetValueKind() == JsonValueKind.String && last.GetValue<string>().Contains("trimmed>", StringComparison.Ordinal)) return null;
        // Entries of the same second stand in the order of their managers; this run is not as quick as the recorder.
        if (path.EndsWith(".managedFields", StringComparison.Ordinal)) (expected, actual) = (ByManager(expected), ByManager(actual));
        for (var index = 0; index < Math.Min(expected.Count, actual.Count); index++)
        {
            if (Difference(expected[index], actual[index], $"{path}[{index}]") is { } difference) return difference;
        }
        return expected.Count == actual.Count ? null
            : $"{path}: {actual.Count} items, recorded {expected.Count}; {Short(actual.Count > expected.Count ? actual[expected.Count] : expected[actual.Count])}";
    }

    // Managed fields name the keys of lists, addresses and uids among them.
    string NameIn(JsonObject actual, string recorded)
    {
        if (!Bindings.HasPlaceholder(recorded)) return recorded;
        return actual.FirstOrDefault(member => bindings.Matches(recorded, member.Key)).Key ?? recorded;
    }

    static JsonArray ByManager(JsonArray entries) =>
        [.. entries.OrderBy(entry => $"{entry!["manager"]} {entry["operation"]} {entry["apiVersion"]} {entry["subresource"]}", StringComparer.Ordinal).Select(entry => entry!.DeepClone())];

    string? Values(JsonValue expected, JsonValue actual, string path)
    {
        if (JsonNode.DeepEquals(expected, actual)) return null;
        if (expected.GetValueKind() == JsonValueKind.String && actual.GetValueKind() == JsonValueKind.String)
        {
            var (left, right) = (expected.GetValue<string>(), actual.GetValue<string>());
            if (bindings.Matches(left, right) || (path.Contains(".cells[", StringComparison.Ordinal) && IsAge(left) && IsAge(right))) return null;
        }
        // Node ports are given out at random.
        if (path.EndsWith(".nodePort", StringComparison.Ordinal) && expected.GetValueKind() == actual.GetValueKind()) return null;
        return Differs(expected, actual, path);
    }

    // The real server lists several errors in random order.
    static bool IsManyErrors(JsonObject expected, JsonObject actual) =>
        expected["code"]?.ToJsonString() == "422" && actual["code"]?.ToJsonString() == "422"
        && expected["details"]?["causes"] is JsonArray { Count: > 1 } && actual["details"]?["causes"] is JsonArray;

    string? SameErrors(JsonObject expected, JsonObject actual, string path)
    {
        var (left, right) = (Sorted(expected), Sorted(actual));
        var (message, other) = (Head(expected), Head(actual));
        if (!bindings.Matches(message, other)) return $"{path}.message: {other}, recorded {message}";
        return Items(left, right, $"{path}.details.causes");
    }

    static string Head(JsonObject status)
    {
        var message = status["message"]!.GetValue<string>();
        var end = message.IndexOf(" is invalid: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    static JsonArray Sorted(JsonObject status) =>
        [.. status["details"]!["causes"]!.AsArray().OrderBy(cause => cause!.ToJsonString(), StringComparer.Ordinal).Select(cause => cause!.DeepClone())];

    static bool IsAge(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && text[^1] is 's' or 'm' or 'h' or 'd' or 'y';

    static string Differs(JsonNode? expected, JsonNode? actual, string path) => $"{path}: {Short(actual)}, recorded {Short(expected)}";

    static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
        return text.Length > 400 ? text[..400] + "..." : text;
    }
}
