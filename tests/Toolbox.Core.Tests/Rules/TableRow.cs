using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Rules;

/// <summary>A rule of any table, without its functions.</summary>
/// <param name="Table">For example "Job Started".</param>
sealed record TableRow(string Table, SupervisorStatus State, string Name, IReadOnlyList<SupervisorStatus> LeadsTo)
{
    public override string ToString() => $"{Table}: {Name}";
}
