namespace Toolbox.Manifests.Tests.Objects;

public class ObjectNamesTests
{
    [Fact]
    public void Names_that_fit_are_the_well_known_ones()
    {
        Assert.Equal("jobmanager-cluster-1", ObjectNames.JobManagerService("cluster-1"));
        Assert.Equal("supervisor-cluster-1", ObjectNames.SupervisorDeployment("cluster-1"));
        Assert.Equal("bootstrap-cluster-1-job-1", ObjectNames.BootstrapJob("cluster-1", "job-1"));
        Assert.Equal("taskmanager-cluster-1-3", ObjectNames.TaskManagerPod("cluster-1", "3"));
        Assert.Equal("cluster-1", ObjectNames.LabelValue("cluster-1"));
    }

    [Fact]
    public void The_longest_name_that_fits_is_unchanged()
    {
        var text = new string('a', 63);

        Assert.Equal(text, ObjectNames.LabelValue(text));
    }

    [Fact]
    public void Long_names_are_cut_differ_and_are_the_same_every_time()
    {
        var cluster = new string('a', 80);

        var names = Enumerable.Range(0, 50).Select(number => ObjectNames.TaskManagerPod(cluster, $"{number}")).ToList();

        Assert.All(names, name => Assert.Matches("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", name));
        Assert.Equal(50, names.Distinct().Count());
        Assert.Equal(names, Enumerable.Range(0, 50).Select(number => ObjectNames.TaskManagerPod(cluster, $"{number}")));
    }

    [Fact]
    public void A_cut_at_a_separator_leaves_a_valid_name() =>
        Assert.Matches("^a{53}-[0-9a-f]{8}$", ObjectNames.LabelValue(new string('a', 53) + "." + new string('b', 40)));
}
