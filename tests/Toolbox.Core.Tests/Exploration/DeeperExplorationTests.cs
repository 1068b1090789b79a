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

    /// <summary>A rule that no exploration reaches is dead, or the model leaves something out.</summary>
    [Fact]
    public void Every_rule_decides_somewhere()
    {
        var reached = Explorations.All.SelectMany(exploration => exploration.Rules).ToHashSet();
        Assert.Superset(AllTables.Cluster.Concat(AllTables.Job).Select(row => row.ToString()).ToHashSet(), reached);
    }

    [Fact]
    public void Every_permitted_transition_is_made_somewhere()
    {
        var made = Explorations.All.SelectMany(exploration => exploration.Transitions).ToHashSet();
        var states = Enum.GetValues<SupervisorStatus>();
        var permitted = states.SelectMany(from => states.Where(to => ClusterMachine.In(from).CanFire(to)).Select(to => $"Cluster {from} -> {to}"))
            .Concat(states.SelectMany(from => states.Where(to => JobMachine.In(from).CanFire(to)).Select(to => $"Job {from} -> {to}")));
        Assert.Superset(permitted.ToHashSet(), made);
    }
}
