using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Functions of texts.</summary>
internal static class CelStrings
{
    const int MostPatterns = 1000;
    static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static readonly HashSet<string> Names =
    [
        "contains", "startsWith", "endsWith", "matches", "find", "findAll", "split", "join", "lowerAscii", "upperAscii", "trim", "replace",
        "substring", "indexOf", "lastIndexOf", "charAt", "reverse", "strings.quote", "base64.encode", "base64.decode", "isURL",
    ];

    public static CelValue? Call(string name, IReadOnlyList<CelValue> arguments) => (name, arguments) switch
    {
        ("contains", [CelValue.Text text, CelValue.Text part]) => new CelValue.Bool(text.Value.Contains(part.Value, StringComparison.Ordinal)),
        ("startsWith", [CelValue.Text text, CelValue.Text part]) => new CelValue.Bool(text.Value.StartsWith(part.Value, StringComparison.Ordinal)),
        ("endsWith", [CelValue.Text text, CelValue.Text part]) => new CelValue.Bool(text.Value.EndsWith(part.Value, StringComparison.Ordinal)),
        ("matches" or "find" or "findAll", [CelValue.Text text, CelValue.Text pattern, ..]) => Match(name, text.Value, pattern.Value, Limit(arguments, 2)),
        ("split", [CelValue.Text text, CelValue.Text separator, ..]) => Split(text.Value, separator.Value, Limit(arguments, 2)),
        ("join", [CelValue.List list, ..]) => Join(list, arguments.Count > 1 ? arguments[1] : new CelValue.Text("")),
        ("lowerAscii", [CelValue.Text text]) => new CelValue.Text(Map(text.Value, char.IsAsciiLetterUpper, char.ToLowerInvariant)),
        ("upperAscii", [CelValue.Text text]) => new CelValue.Text(Map(text.Value, char.IsAsciiLetterLower, char.ToUpperInvariant)),
        ("trim", [CelValue.Text text]) => new CelValue.Text(text.Value.Trim()),
        ("reverse", [CelValue.Text text]) => new CelValue.Text(string.Concat(text.Value.EnumerateRunes().Reverse())),
        ("replace", [CelValue.Text text, CelValue.Text old, CelValue.Text @new, ..]) => Replace(text.Value, old.Value, @new.Value, Limit(arguments, 3)),
        ("substring", [CelValue.Text text, CelValue.Int start, ..]) => Substring(text.Value, start.Value, Limit(arguments, 2) ?? text.Value.Length),
        ("charAt", [CelValue.Text text, CelValue.Int index]) => Substring(text.Value, index.Value, Math.Min(index.Value + 1, text.Value.Length)),
        ("indexOf", [CelValue.Text text, CelValue.Text part, ..]) => IndexOf(text.Value, part.Value, Limit(arguments, 2) ?? 0),
        ("lastIndexOf", [CelValue.Text text, CelValue.Text part]) => new CelValue.Int(text.Value.LastIndexOf(part.Value, StringComparison.Ordinal)),
        ("strings.quote", [CelValue.Text text]) => new CelValue.Text(GoText.Quote(text.Value)),
        ("base64.encode", [CelValue.Bytes bytes]) => new CelValue.Text(Convert.ToBase64String([.. bytes.Value])),
        ("base64.decode", [CelValue.Text text]) => CelFunctions.Decode(text.Value),
        ("isURL", [CelValue.Text text]) => new CelValue.Bool(Uri.TryCreate(text.Value, UriKind.Absolute, out _)),
        _ => null,
    };

    static long? Limit(IReadOnlyList<CelValue> arguments, int index) =>
        arguments.Count > index && arguments[index] is CelValue.Int limit ? limit.Value : null;

    static string Map(string text, Func<char, bool> condition, Func<char, char> change) =>
        string.Create(text.Length, (text, condition, change), static (span, state) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = state.condition(state.text[index]) ? state.change(state.text[index]) : state.text[index];
        });

    static CelValue Match(string name, string text, string pattern, long? limit)
    {
        if (Patterns.Count >= MostPatterns) Patterns.Clear();
        if (Patterns.GetOrAdd(pattern, SchemaReader.Compile) is not { } regex)
            return pattern.Length == 0 ? Found(name, [""]) : new CelValue.Failure($"error parsing regexp: {pattern}");
        if (name == "matches") return new CelValue.Bool(regex.IsMatch(text));
        var most = limit is >= 0 and < int.MaxValue ? (int)limit.Value : int.MaxValue;
        return Found(name, regex.Matches(text).Select(match => match.Value).Take(most));
    }

    static CelValue Found(string name, IEnumerable<string> matches) => name switch
    {
        "matches" => new CelValue.Bool(true),
        "find" => new CelValue.Text(matches.FirstOrDefault() ?? ""),
        _ => new CelValue.List([.. matches.Select(match => new CelValue.Text(match))]),
    };

    static CelValue.List Split(string text, string separator, long? limit)
    {
        var most = limit is null or < 0 ? int.MaxValue : (int)Math.Min(limit.Value, int.MaxValue);
        if (most == 0) return new CelValue.List([]);
        var parts = separator.Length == 0
            ? text.EnumerateRunes().Select(rune => rune.ToString()).ToArray()
            : text.Split(separator, most);
        return new CelValue.List([.. parts.Select(part => new CelValue.Text(part))]);
    }

    static CelValue? Join(CelValue.List list, CelValue separator) =>
        separator is CelValue.Text between && list.Items.All(item => item is CelValue.Text)
            ? new CelValue.Text(string.Join(between.Value, list.Items.OfType<CelValue.Text>().Select(item => item.Value)))
            : null;

    static CelValue.Text Replace(string text, string old, string @new, long? limit)
    {
        if (limit is null or < 0) return new CelValue.Text(old.Length == 0 ? text : text.Replace(old, @new, StringComparison.Ordinal));
        var replaced = text;
        var start = 0;
        for (var count = 0; count < limit && old.Length > 0; count++)
        {
            var index = replaced.IndexOf(old, start, StringComparison.Ordinal);
            if (index < 0) break;
            replaced = string.Concat(replaced.AsSpan(0, index), @new, replaced.AsSpan(index + old.Length));
            start = index + @new.Length;
        }
        return new CelValue.Text(replaced);
    }

    static CelValue Substring(string text, long start, long end)
    {
        if (start < 0 || start > text.Length) return new CelValue.Failure($"index out of range: {start}");
        if (end < 0 || end > text.Length) return new CelValue.Failure($"index out of range: {end}");
        return start > end
            ? new CelValue.Failure($"invalid substring range. start: {start}, end: {end}")
            : new CelValue.Text(text[(int)start..(int)end]);
    }

    static CelValue IndexOf(string text, string part, long start) => start < 0 || start > text.Length
        ? new CelValue.Failure($"index out of range: {start}")
        : new CelValue.Int(text.IndexOf(part, (int)start, StringComparison.Ordinal));
}
