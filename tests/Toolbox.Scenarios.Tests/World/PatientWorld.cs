namespace Toolbox.Scenarios.Tests.World;

/// <summary>A world in which a job that does not end after its savepoint has the time to be cancelled, which is after <c>taskTimeout</c>, three minutes by default.</summary>
public sealed class PatientWorld : ScenarioWorld
{
    public override TimeSpan Patience => TimeSpan.FromMinutes(6);
}
