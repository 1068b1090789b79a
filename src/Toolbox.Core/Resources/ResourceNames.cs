using LanguageExt;

namespace Toolbox.Core.Resources;

/// <summary>
/// Which names clusters and jobs may have: they are the values of labels, at most 63 characters, and parts of the names of Services
/// and pods (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
/// </summary>
public static class ResourceNames
{
    public const int Longest = 63;

    /// <summary>Nothing when the name is fine; <paramref name="field"/> is where it stands.</summary>
    public static Option<SpecError> Check(string field, string name)
    {
        if (name.Length == 0) return new SpecError(field, "nothing", "a name is required");
        if (name.Length > Longest) return new SpecError(field, name, $"at most {Longest} characters are allowed, not {name.Length}");
        var isLabel = name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && name[^1] != '-' && name[0] != '-';
        return isLabel
            ? Option<SpecError>.None
            : new SpecError(field, name, "lower-case letters, digits and dashes are allowed, the first and last character being no dash");
    }
}
