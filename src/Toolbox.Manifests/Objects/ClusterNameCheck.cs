using System.Text.RegularExpressions;
using LanguageExt;

namespace Toolbox.Manifests;

/// <summary>
/// A cluster's name becomes part of a Service name, which may hold lower case letters, digits and dashes only (a DNS label, RFC 1035);
/// names of custom resources may also hold dots.
/// </summary>
static partial class ClusterNameCheck
{
    public static Either<ManifestError, Unit> Check(string clusterName) =>
        DnsLabel().IsMatch(clusterName)
            ? Unit.Default
            : new ManifestError("metadata.name", $"'{clusterName}' must consist of lower case letters, digits and dashes");

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex DnsLabel();
}
