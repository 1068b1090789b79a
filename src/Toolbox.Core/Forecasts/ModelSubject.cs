namespace Toolbox.Core.Forecasts;

/// <summary>What a decision of a forecast is about.</summary>
/// <param name="Kind">FlinkDeployment, FlinkCluster or FlinkJob.</param>
public sealed record ModelSubject(string Kind, string Name)
{
    public const string Deployment = "FlinkDeployment";

    public const string Cluster = "FlinkCluster";

    public const string Job = "FlinkJob";

    public override string ToString() => $"{Kind} {Name}";
}
