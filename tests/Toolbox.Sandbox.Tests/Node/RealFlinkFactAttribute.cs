namespace Toolbox.Sandbox.Tests.Node;

/// <summary>A test with processes of a real Flink; without a distribution, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RealFlinkFactAttribute : FactAttribute
{
    public RealFlinkFactAttribute() => Skip = RealFlink.Missing;
}
