using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>The paths of a scale subresource.</summary>
static partial class DefinitionScale
{
    public static IEnumerable<FieldError> Validate(JsonObject scale, string path)
    {
        foreach (var (member, parent, required) in ((string, string, bool)[])
            [("specReplicasPath", ".spec", true), ("statusReplicasPath", ".status", true), ("labelSelectorPath", ".status", false)])
        {
            var value = scale.TextAt(member) ?? "";
            if (value.Length == 0 && !required) continue;
            if (value.Length == 0) yield return FieldError.Required($"{path}.{member}");
            else if (!SimplePath().IsMatch(value)) yield return FieldError.Invalid($"{path}.{member}", value, "must be a simple json path starting with .");
            else if (member == "labelSelectorPath" ? !value.StartsWith(".spec.", StringComparison.Ordinal) && !value.StartsWith(".status.", StringComparison.Ordinal)
                : !value.StartsWith(parent + ".", StringComparison.Ordinal))
                yield return FieldError.Invalid($"{path}.{member}", value, member == "labelSelectorPath" ? "should be a json path under either .spec or .status" : $"should be a json path under {parent}");
        }
    }

    [GeneratedRegex(@"^(\.[a-zA-Z_][a-zA-Z0-9_-]*)+$")]
    private static partial Regex SimplePath();
}
