using Stateless;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>The transitions that a job may make, written by hand; a decision that proposes another one is a programmer error.</summary>
public static class JobMachine
{
    /// <summary>A machine in the given state. Triggers are the states that it is asked to go to.</summary>
    public static StateMachine<SupervisorStatus, SupervisorStatus> In(SupervisorStatus state)
    {
        var machine = new StateMachine<SupervisorStatus, SupervisorStatus>(state);
        Configure(machine, SupervisorStatus.Unknown, SupervisorStatus.Starting, SupervisorStatus.Stopping, SupervisorStatus.Terminated);
        Configure(machine, SupervisorStatus.Starting, SupervisorStatus.Started, SupervisorStatus.Stopping);
        Configure(machine, SupervisorStatus.Started, SupervisorStatus.Starting, SupervisorStatus.Stopping, SupervisorStatus.Stopped);
        Configure(machine, SupervisorStatus.Stopping, SupervisorStatus.Starting, SupervisorStatus.Started, SupervisorStatus.Stopped, SupervisorStatus.Terminated);
        Configure(machine, SupervisorStatus.Stopped, SupervisorStatus.Starting, SupervisorStatus.Stopping);
        Configure(machine, SupervisorStatus.Terminated);
        return machine;
    }

    static void Configure(StateMachine<SupervisorStatus, SupervisorStatus> machine, SupervisorStatus state, params SupervisorStatus[] next)
    {
        var configuration = machine.Configure(state).PermitReentry(state);
        foreach (var target in next) configuration.Permit(target, target);
    }
}
