using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Tests.Objects;

namespace Toolbox.Sandbox.Tests.Node;

/// <summary>The Flink distributions of this machine: <c>FLINK_HOME</c>, else the shared ones beside the repository; none elsewhere.</summary>
static class RealFlink
{
    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Homes().Count == 0 ? "There is no Flink distribution on this machine (set FLINK_HOME)." : null;

    public static IReadOnlyList<string> Homes()
    {
        var given = Environment.GetEnvironmentVariable("FLINK_HOME")?.Split(':', StringSplitOptions.RemoveEmptyEntries);
        var shared = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "flink");
        var homes = given ?? (Directory.Exists(shared) ? Directory.GetDirectories(shared) : []);
        return [.. homes.OrderBy(home => FlinkHome.Open(home).Version, StringComparer.Ordinal)];
    }
}
