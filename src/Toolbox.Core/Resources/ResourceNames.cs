using LanguageExt;

namespace Toolbox.Core.Resources;

/// <summary>
/// Which names the custom resources may have: names of Services, pods and Jobs are derived from them and must fit into a DNS label
/// of 63 characters (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
/// </summary>
public static class ResourceNames
{
    const int LabelLength = 63;

    /// <summary>The Service <c>jobmanager-NAME</c> has the least room, and the supervisor's pods as much.</summary>
    public const int LongestCluster = LabelLength - 11;

    /// <summary>The Job <c>bootstrap-NAME</c> labels its pods with its own name.</summary>
    public const int LongestJob = LabelLength - 10;

    public static Option<SpecError> CheckCluster(string field, string name) => Check(field, name, LongestCluster);

    /// <summary>Checks a FlinkJob's name, which consists of the cluster's name, a dash and the job's own name.</summary>
    public static Option<SpecError> CheckJob(string field, string name) => Check(field, name, LongestJob);

    static Option<SpecError> Check(string field, string name, int longest)
    {
        if (name.Length == 0) return new SpecError(field, "nothing", "a name is required");
        if (name.Length > longest) return new SpecError(field, name, $"at most {longest} characters are allowed, not {name.Length}");
        var isLabel = name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && name[^1] != '-' && name[0] != '-';
        return isLabel
            ? Option<SpecError>.None
            : new SpecError(field, name, "lower-case letters, digits and dashes are allowed, the first and last character being no dash");
    }
}
