namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>A test that asks promtool; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute() => Skip = Promtool.Missing;
}
