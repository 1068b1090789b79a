using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>
/// The rules of a FlinkJob, one table for each state in a file of its own. In every table the first rule whose condition holds
/// decides; the order is the priority.
/// </summary>
public static partial class JobRules
{
    /// <summary>All tables in the order of the states.</summary>
    public static IReadOnlyList<JobRuleTable> Tables => [Unknown, Starting, Started, Stopping, Stopped, Terminated];

    public static JobRuleTable For(SupervisorStatus state) => state switch
    {
        SupervisorStatus.Starting => Starting,
        SupervisorStatus.Started => Started,
        SupervisorStatus.Stopping => Stopping,
        SupervisorStatus.Stopped => Stopped,
        SupervisorStatus.Terminated => Terminated,
        _ => Unknown,
    };
}
