namespace Toolbox.Scenarios.Tests.World;

/// <summary>A theory that needs a real Flink; where there is none it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealFlinkTheoryAttribute : TheoryAttribute
{
    public RealFlinkTheoryAttribute() => Skip = RealFlink.Missing;
}
