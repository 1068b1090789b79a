using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>One requirement of a label selector.</summary>
/// <param name="Operator"><c>in</c>, <c>notin</c>, <c>exists</c>, <c>absent</c>, <c>&gt;</c> or <c>&lt;</c>; equality is <c>in</c> with one value.</param>
sealed record LabelRequirement(string Key, string Operator, IReadOnlyList<string> Values)
{
    public bool Matches(JsonObject? labels)
    {
        var value = labels.TextAt(Key);
        return Operator switch
        {
            "in" => value is not null && Values.Contains(value),
            "notin" => value is null || !Values.Contains(value),
            "exists" => value is not null,
            "absent" => value is null,
            ">" => Compare(value) > 0,
            "<" => Compare(value) < 0,
            _ => throw new InvalidOperationException($"label operator {Operator}"),
        };
    }

    int? Compare(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var left)
        && long.TryParse(Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right) : null;
}
