using System.Globalization;

namespace Toolbox.Flink;

/// <summary>A Flink version and what its REST API can do.</summary>
/// <param name="Text">As Flink reports it: "1.20.5", "2.4-SNAPSHOT".</param>
public sealed record FlinkVersion(string Text, int Major, int Minor)
{
    /// <summary>POST /jobs/ID/stop.</summary>
    public bool StopWithSavepoint => AtLeast(1, 9);

    /// <summary>`programArgsList` in a run request: arguments are not split at blanks.</summary>
    public bool ProgramArgumentsList => AtLeast(1, 9);

    /// <summary>`triggerId` in savepoint and stop requests: a repeated request starts nothing new.</summary>
    public bool ClientTriggerId => AtLeast(1, 15);

    /// <summary>The run request's field for the claim mode, or null where there is none.</summary>
    public string? ClaimModeField => AtLeast(1, 20) ? "claimMode" : AtLeast(1, 15) ? "restoreMode" : null;

    /// <summary>`flinkConfiguration` in a run request.</summary>
    public bool ConfigurationPerRun => AtLeast(1, 17);

    /// <summary>Resource requirements of running jobs (adaptive scheduler only).</summary>
    public bool RescaleInPlace => AtLeast(1, 18);

    public bool AtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);

    /// <summary>Null if the text does not start with MAJOR.MINOR.</summary>
    public static FlinkVersion? TryParse(string? text)
    {
        var parts = (text ?? "").Trim().TrimStart('v').Split('.', '-');
        return parts.Length >= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new FlinkVersion(text!.Trim(), major, minor)
            : null;
    }

    public override string ToString() => Text;
}
