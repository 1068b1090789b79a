using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Rules;
using Xunit.Abstractions;

namespace Toolbox.Core.Tests.Exploration;

public class DeeperExplorationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Settings.All.Where(setting => setting.Budget >= 2).Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_reachable_state_is_safe_and_comes_to_rest(string name) => Explorations.IsSafe(name, output);

    /// <summary>A rule that the model never reaches is either about what the model leaves out, or dead.</summary>
    [Fact]
    public void The_rules_that_no_exploration_reaches_are_about_what_the_model_leaves_out()
    {
        var reached = Explorations.All.SelectMany(exploration => exploration.Rules).ToHashSet();
        var others = AllTables.Cluster.Concat(AllTables.Job).Select(row => row.ToString()).Where(row => !reached.Contains(row));
        Golden.Match(string.Join('\n', others) + "\n", "Rules_beyond_the_model");
    }

    /// <summary>A resource that nobody has touched has no finalizer yet: in the model it goes at once when it is deleted.</summary>
    [Fact]
    public void Every_permitted_transition_is_made_but_those_of_untouched_and_emptied_resources()
    {
        var made = Explorations.All.SelectMany(exploration => exploration.Transitions).ToHashSet();
        var states = Enum.GetValues<SupervisorStatus>();
        var permitted = states.SelectMany(from => states.Where(to => ClusterMachine.In(from).CanFire(to)).Select(to => $"Cluster {from} -> {to}"))
            .Concat(states.SelectMany(from => states.Where(to => JobMachine.In(from).CanFire(to)).Select(to => $"Job {from} -> {to}")));
        Assert.Equal(["Cluster Unknown -> Terminated", "Job Unknown -> Terminated"], permitted.Where(item => !made.Contains(item)));
    }
}
