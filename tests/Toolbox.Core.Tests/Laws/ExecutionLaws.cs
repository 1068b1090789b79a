using CsCheck;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Laws of commands: what was carried out is not asked for again, and commands of one decision have one order.</summary>
public class ExecutionLaws
{
    const int Samples = 20_000;

    // A supervisor that repeats a command which has succeeded never comes to rest.
    [Fact]
    public void Commands_about_a_job_that_were_carried_out_are_not_given_again() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            var first = JobDecide.Decide(snapshot);
            if (first.Commands.IsEmpty) return true;
            return JobDecide.Decide(PerfectExecution.Of(snapshot, first)).Commands.ForAll(command => !first.Commands.Contains(command));
        },
        iter: Samples, print: snapshot => $"{JobDecide.Decide(snapshot).Rule}: {snapshot}");

    [Fact]
    public void Commands_about_a_cluster_that_were_carried_out_are_not_given_again() => SomeSnapshots.Cluster.Sample(
        snapshot =>
        {
            var first = ClusterDecide.Decide(snapshot);
            if (first.Commands.IsEmpty) return true;
            return ClusterDecide.Decide(PerfectExecution.Of(snapshot, first)).Commands.ForAll(command => !first.Commands.Contains(command));
        },
        iter: Samples, print: snapshot => $"{ClusterDecide.Decide(snapshot).Rule}: {snapshot}");

    // Two processes that carry out the same decision must do so in the same order; nothing is commanded twice.
    [Fact]
    public void Commands_have_one_order_and_none_stands_twice()
    {
        SomeSnapshots.Cluster.Sample(snapshot => IsOrdered(ClusterDecide.Decide(snapshot).Commands, snapshot), iter: Samples);
        SomeSnapshots.Job.Sample(snapshot => JobDecide.Decide(snapshot).Commands.Count <= 1, iter: Samples);
    }

    static bool IsOrdered(Seq<Command> commands, ClusterSnapshot snapshot) =>
        commands.Distinct().Count == commands.Count
        && commands.Zip(commands.Skip(1)).ForAll(pair => Rank(pair.Item1, snapshot) <= Rank(pair.Item2, snapshot));

    // The Service comes before the pod that is reached through it, and goes after it; TaskManagers go before their JobManager.
    static int Rank(Command command, ClusterSnapshot snapshot) => command switch
    {
        Command.Kubernetes.CreateJobManagerService => 1,
        Command.Kubernetes.CreateJobManagerPod => 2,
        Command.Kubernetes.CreateTaskManagerPod => 3,
        Command.Kubernetes.DeletePod pod => snapshot.JobManagers.Exists(item => item.Name == pod.Pod) ? 5 : 4,
        Command.Kubernetes.DeleteJobManagerService => 6,
        _ => 7,
    };
}
