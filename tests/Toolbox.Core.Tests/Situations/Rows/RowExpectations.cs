using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>What a row says, asked of a snapshot: which rule decides, where it leads and what it commands, in this order.</summary>
static class RowExpectations
{
    public static ClusterStatus Decides(this ClusterSnapshot snapshot, string rule, SupervisorStatus next, params string[] commands)
    {
        var decision = ClusterDecide.Decide(snapshot);
        Assert.Equal((rule, next, Names(commands)), (decision.Rule, decision.Status.SupervisorStatus, Names(decision.Commands)));
        return decision.Status;
    }

    public static JobStatus Decides(this JobSnapshot snapshot, string rule, SupervisorStatus next, params string[] commands)
    {
        var decision = JobDecide.Decide(snapshot);
        Assert.Equal((rule, next, Names(commands)), (decision.Rule, decision.Status.SupervisorStatus, Names(decision.Commands)));
        return decision.Status;
    }

    /// <summary>The situation after the decision, if its commands change nothing that is seen.</summary>
    public static JobSnapshot Then(this JobSnapshot snapshot) => snapshot with { Status = JobDecide.Decide(snapshot).Status };

    public static ClusterSnapshot Then(this ClusterSnapshot snapshot) => snapshot with { Status = ClusterDecide.Decide(snapshot).Status };

    static string Names(IEnumerable<string> commands) => string.Join(", ", commands);

    static string Names(Seq<Command> commands) => Names(commands.Map(command => command.GetType().Name));
}
