using Stateless;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Rules;

public class MachineTests
{
    public static TheoryData<string> Machines => ["cluster", "job"];

    [Theory, MemberData(nameof(Machines))]
    public void No_row_leads_where_the_machine_does_not_permit(string name) =>
        Assert.All(Rows(name), row => Assert.All(row.LeadsTo, target => Assert.True(Machine(name, row.State).CanFire(target))));

    [Theory, MemberData(nameof(Machines))]
    public void No_permitted_transition_lacks_a_row(string name) =>
        Assert.All(Enum.GetValues<SupervisorStatus>(), state => Assert.All(Permitted(name, state), target =>
            Assert.Contains(Rows(name), row => row.State == state && row.LeadsTo.Contains(target))));

    [Theory, MemberData(nameof(Machines))]
    public void Every_state_has_a_table_whose_rows_all_declare_where_they_lead(string name)
    {
        Assert.Equal(Enum.GetValues<SupervisorStatus>(), Rows(name).Select(row => row.State).Distinct());
        Assert.All(Rows(name), row => Assert.NotEmpty(row.LeadsTo));
    }

    [Theory, MemberData(nameof(Machines))]
    public void A_transition_fires_into_the_state_that_it_names(string name) =>
        Assert.All(Enum.GetValues<SupervisorStatus>(), state => Assert.All(Permitted(name, state), target =>
        {
            var machine = Machine(name, state);
            machine.Fire(target);
            Assert.Equal(target, machine.State);
        }));

    static IEnumerable<SupervisorStatus> Permitted(string name, SupervisorStatus state) =>
        Enum.GetValues<SupervisorStatus>().Where(target => Machine(name, state).CanFire(target));

    static IReadOnlyList<TableRow> Rows(string name) => name == "cluster" ? AllTables.Cluster : AllTables.Job;

    static StateMachine<SupervisorStatus, SupervisorStatus> Machine(string name, SupervisorStatus state) =>
        name == "cluster" ? ClusterMachine.In(state) : JobMachine.In(state);
}
