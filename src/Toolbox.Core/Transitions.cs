using Stateless;
using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>A machine's permitted transitions, asked of it once: a decision is checked without building a machine each time.</summary>
sealed class Transitions(Func<SupervisorStatus, StateMachine<SupervisorStatus, SupervisorStatus>> machine)
{
    readonly bool[][] _permitted =
        [.. Enum.GetValues<SupervisorStatus>().Select(from => Enum.GetValues<SupervisorStatus>().Select(to => machine(from).CanFire(to)).ToArray())];

    /// <summary>Throws when the machine does not permit the transition: a programmer error.</summary>
    public void Check(SupervisorStatus from, SupervisorStatus to)
    {
        if (!_permitted[(int)from][(int)to]) throw new InvalidOperationException($"The machine permits no transition from {from} to {to}");
    }
}
