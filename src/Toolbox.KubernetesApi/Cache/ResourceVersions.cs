using System.Globalization;

namespace Toolbox.KubernetesApi;

/// <summary>Resource versions are compared as numbers (KEP-5504 makes that official for all servers that list as expected).</summary>
static class ResourceVersions
{
    /// <summary>True when the first is a later version than the second; unknown versions count as oldest.</summary>
    public static bool IsLater(string version, string than) => Number(version) > Number(than);

    static decimal Number(string version) =>
        decimal.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
