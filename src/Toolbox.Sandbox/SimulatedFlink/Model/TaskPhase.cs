namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>What all tasks of a job do. Simulated tasks move together.</summary>
enum TaskPhase
{
    Created,
    Scheduled,
    Deploying,
    Running,
    Finished,
    Canceling,
    Canceled,
    Failed,
}
