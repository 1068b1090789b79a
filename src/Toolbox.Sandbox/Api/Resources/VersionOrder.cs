using System.Globalization;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>Kubernetes' order of API versions: v2 before v1 before v1beta1 before v1alpha1, anything else after them by name.</summary>
sealed partial class VersionOrder : IComparer<string>
{
    public static readonly VersionOrder Newest = new();

    public int Compare(string? left, string? right)
    {
        var (first, second) = (Rank(left!), Rank(right!));
        return first == second ? string.CompareOrdinal(left, right) : second.CompareTo(first);
    }

    static (int Stability, int Major, int Minor) Rank(string version)
    {
        var match = Pattern().Match(version);
        if (!match.Success) return (0, 0, 0);
        var major = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (!match.Groups[2].Success) return (3, major, 0);
        return (match.Groups[2].Value == "beta" ? 2 : 1, major, int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^v([1-9][0-9]{0,8})(?:(alpha|beta)([1-9][0-9]{0,8}))?$")]
    private static partial Regex Pattern();
}
