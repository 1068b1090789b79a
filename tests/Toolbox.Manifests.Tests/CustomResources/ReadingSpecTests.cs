namespace Toolbox.Manifests.Tests.CustomResources;

public class ReadingSpecTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void Unknown_fields_are_passed_over() =>
        Assert.Equal(2, RenderedYaml.Value(deployment.With("cluster.taskManager.brandNew", "{}").Cluster).TaskManager!.TaskSlots);

    [Theory]
    [InlineData("5", "5")]
    [InlineData("0.50", "0.50")]
    [InlineData("true", "true")]
    [InlineData("\"x\"", "x")]
    public void The_value_of_a_variable_may_be_a_bare_scalar(string written, string value) =>
        Assert.Equal(value, RenderedYaml.Value(
            deployment.With("cluster.jobManager.environment", $$"""[{"name": "A", "value": {{written}}}]""").Cluster)
            .JobManager!.Environment![0].Value);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0.5", "500m")]
    [InlineData("\"2048Mi\"", "2Gi")]
    public void A_quantity_may_be_a_number_or_a_text(string written, string canonical) =>
        Assert.Equal(canonical, RenderedYaml.Value(
            deployment.With("cluster.jobManager.resources", $$$"""{"limits": {"x": {{{written}}}}}""").Cluster)
            .JobManager!.Resources!.Limits["x"].ToString());

    [Theory]
    [InlineData("cluster.jobManager.resources", """{"limits": {"cpu": "much"}}""", "spec", "quantity")]
    [InlineData("cluster.taskManager.taskSlots", "\"many\"", "spec.taskManager.taskSlots", "could not be converted")]
    [InlineData("cluster.jobManager.environment", """[{"name": "A", "value": {}}]""", "spec.jobManager.environment[0].value", "a text")]
    [InlineData("cluster.jobManager", "[]", "spec.jobManager", "could not be converted")]
    [InlineData("cluster", "[]", "spec", "an object is expected, not Array")]
    public void What_cannot_be_read_is_named(string field, string value, string path, string problem)
    {
        var error = RenderedYaml.Error(deployment.With(field, value).Cluster);

        Assert.Equal(path, error.Field);
        Assert.Contains(problem, error.Problem);
    }
}
