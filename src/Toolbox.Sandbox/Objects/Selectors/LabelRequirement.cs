using System.Globalization;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects;

/// <summary>One requirement of a label selector. Negative operators also match objects without the label.</summary>
public sealed partial record LabelRequirement
{
    LabelRequirement(string key, LabelOperator @operator, IReadOnlyList<string> values) => (Key, Operator, Values) = (key, @operator, values);

    public string Key { get; }
    public LabelOperator Operator { get; }
    public IReadOnlyList<string> Values { get; }

    /// <exception cref="SelectorException">Key or values are not those of labels, or their number does not fit the operator.</exception>
    public static LabelRequirement Create(string key, LabelOperator @operator, IReadOnlyList<string> values)
    {
        if (!IsQualifiedName(key))
            throw new SelectorException($"key: Invalid value: {GoText.Quote(key)}: name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        var complaint = @operator switch
        {
            LabelOperator.In or LabelOperator.NotIn when values.Count == 0 => "values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty",
            LabelOperator.Exists or LabelOperator.DoesNotExist when values.Count > 0 => "values: Invalid value: " + List(values) + ": values set must be empty for exists and does not exist",
            LabelOperator.Equals or LabelOperator.NotEquals when values.Count != 1 => "values: Invalid value: " + List(values) + ": exact-match compatibility requires one single value",
            LabelOperator.GreaterThan or LabelOperator.LessThan when values.Count != 1 => "values: Invalid value: " + List(values) + ": for 'Gt', 'Lt' operators, exactly one value is required",
            LabelOperator.GreaterThan or LabelOperator.LessThan when !TryNumber(values[0], out _) => $"values[0]: Invalid value: {GoText.Quote(values[0])}: for 'Gt', 'Lt' operators, the value must be an integer",
            _ => values.FirstOrDefault(value => !IsLabelValue(value)) is { } odd ? BadValue(key, values, odd) : null,
        };
        return complaint is null ? new LabelRequirement(key, @operator, values) : throw new SelectorException(complaint);
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels) => Operator switch
    {
        LabelOperator.Equals or LabelOperator.In => labels.TryGetValue(Key, out var value) && Values.Contains(value),
        LabelOperator.NotEquals or LabelOperator.NotIn => !labels.TryGetValue(Key, out var value) || !Values.Contains(value),
        LabelOperator.Exists => labels.ContainsKey(Key),
        LabelOperator.DoesNotExist => !labels.ContainsKey(Key),
        LabelOperator.GreaterThan => Compares(labels, (left, right) => left > right),
        LabelOperator.LessThan => Compares(labels, (left, right) => left < right),
        _ => throw new InvalidOperationException($"no such label operator: {Operator}"),
    };

    public override string ToString() => Operator switch
    {
        LabelOperator.Equals => $"{Key}={Values[0]}",
        LabelOperator.NotEquals => $"{Key}!={Values[0]}",
        LabelOperator.In => $"{Key} in ({string.Join(',', Values)})",
        LabelOperator.NotIn => $"{Key} notin ({string.Join(',', Values)})",
        LabelOperator.Exists => Key,
        LabelOperator.DoesNotExist => $"!{Key}",
        LabelOperator.GreaterThan => $"{Key}>{Values[0]}",
        LabelOperator.LessThan => $"{Key}<{Values[0]}",
        _ => throw new InvalidOperationException($"no such label operator: {Operator}"),
    };

    bool Compares(IReadOnlyDictionary<string, string> labels, Func<long, long, bool> comparison) =>
        labels.TryGetValue(Key, out var text) && TryNumber(text, out var value) && TryNumber(Values[0], out var limit) && comparison(value, limit);

    static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    static string List(IReadOnlyList<string> values) => $"[{string.Join(',', values.Select(GoText.Quote))}]";

    static string BadValue(string key, IReadOnlyList<string> values, string odd) =>
        $"values[{values.ToList().IndexOf(odd)}][{key}]: Invalid value: {GoText.Quote(odd)}: " + (odd.Length > 63
            ? "must be no more than 63 bytes"
            : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");

    static bool IsQualifiedName(string key)
    {
        var slash = key.IndexOf('/');
        var name = key[(slash + 1)..];
        return name.Length is > 0 and <= 63 && Name().IsMatch(name) && (slash < 0 || Prefix().IsMatch(key[..slash]));
    }

    static bool IsLabelValue(string value) => value.Length == 0 || (value.Length <= 63 && Name().IsMatch(value));

    [GeneratedRegex(@"\A[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Prefix();
}
