using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>What the placeholders of a recording stand for in this run. Equal placeholders must stay equal.</summary>
public sealed partial class Bindings
{
    const string SomeTime = "2026-01-01T00:00:00Z";

    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Fills the known placeholders of a request; unknown ones stay and make the request meaningless.</summary>
    public string Fill(string text)
    {
        text = text.Replace("<time>", SomeTime, StringComparison.Ordinal);
        foreach (var (name, value) in _values) text = text.Replace(name, value, StringComparison.Ordinal);
        // A hash that was cut from the recording: the document without it is the same.
        return UnknownHash().Replace(text, "");
    }

    [GeneratedRegex(@"hash=<hash-\d+>&?")]
    private static partial Regex UnknownHash();

    public static bool HasPlaceholder(string text) => Placeholder().IsMatch(text);

    public void Bind(string name, string value) => _values[name] = value;

    /// <summary>Whether a text is what the recorded one says, binding placeholders that are met for the first time.</summary>
    public bool Matches(string expected, string actual)
    {
        if (expected == actual) return true;
        if (!HasPlaceholder(expected)) return Fill(expected) == actual || MatchesGenerated(expected, actual);
        var names = new List<string>();
        var position = 0;
        var pattern = "^";
        foreach (Match match in Placeholder().Matches(expected))
        {
            pattern += Regex.Escape(Fill(expected[position..match.Index]));
            pattern += Pattern(match.Value, names);
            position = match.Index + match.Length;
        }
        var found = Regex.Match(actual, pattern + Regex.Escape(Fill(expected[position..])) + "$", RegexOptions.Singleline);
        if (!found.Success) return false;
        for (var index = 0; index < names.Count; index++) _values.TryAdd(names[index], found.Groups[index + 1].Value);
        return true;
    }

    string Pattern(string placeholder, List<string> names)
    {
        if (_values.TryGetValue(placeholder, out var known)) return Regex.Escape(known);
        switch (placeholder)
        {
            case "<time>": return @"[^<]+?";
            case "<time-micro>": return @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z";
            case "<ip>": return @"[0-9a-f.:]+?";
            case "<:port>": return @":\d+";
            case "<jwt>" or "<token>" or "<pem>" or "<path>" or "<commit>": return ".*?";
        }
        if (names.Contains(placeholder)) return $"\\{names.IndexOf(placeholder) + 1}";
        names.Add(placeholder);
        return placeholder.StartsWith("<rv-", StringComparison.Ordinal) ? @"(\d+)" : "(.+?)";
    }

    // Names with a random end: the prefix stays, and from then on the recorded name means this one.
    bool MatchesGenerated(string expected, string actual)
    {
        var (left, right) = (Generated().Match(expected), Generated().Match(actual));
        if (!left.Success || !right.Success || left.Groups[1].Value != right.Groups[1].Value) return false;
        return _values.TryAdd(expected, actual);
    }

    [GeneratedRegex(@"<(?:time|time-micro|ip|:port|jwt|token|pem|path|commit|(?:uid|rv|continue|hash|cluster-ip)-\d+)>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(gen-|kube-api-access-)[a-z0-9]{5}$")]
    private static partial Regex Generated();
}
