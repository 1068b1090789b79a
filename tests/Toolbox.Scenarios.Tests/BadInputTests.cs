using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.Tests;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>What cannot work says why, and nothing else stands still for it.</summary>
public sealed class BadInputTests(BrokenImageWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<BrokenImageWorld>
{
    const string JarPath = "jarPath: /flink-jobs.jar";

    [Fact]
    public async Task A_JAR_that_is_not_in_the_image_is_named_and_other_deployments_go_on()
    {
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "nojar").Replace(JarPath, "jarPath: /nowhere.jar", StringComparison.Ordinal));
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "bystander"));
        await Stalled("nojar-job-1", "/nowhere.jar");
        Took("apply to stalled");
        await Event("nojar-job-1", "/nowhere.jar");
        await Ready(Kinds.FlinkJob, "bystander-job-1");
        await Flink.RunsExactly("bystander", "bystander-job-1");
        Assert.Empty((await Flink.LivingJobs("nojar"))!);
    }

    [SandboxFact]
    public async Task A_class_that_is_not_in_the_JAR_is_named_and_the_job_runs_once_that_is_corrected()
    {
        var yaml = ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "noclass");
        await User.Apply(yaml.Replace("image: jobs:latest", "image: broken:1", StringComparison.Ordinal));
        await Stalled("noclass-job-1", "com.nextbreakpoint.flink.jobs.stream.TestJob");
        Took("apply to stalled");
        await Event("noclass-job-1", "TestJob");
        await User.Apply(yaml);
        await Ready(Kinds.FlinkJob, "noclass-job-1");
        Took("correct to ready");
        await Flink.RunsExactly("noclass", "noclass-job-1");
    }

    [Fact]
    public async Task An_unknown_action_is_refused_by_name_and_the_job_goes_on()
    {
        await User.Apply(ProjectFiles.Sample("cluster-with-job.yaml", "cluster-3", "action"));
        var before = await Ready(Kinds.FlinkJob, "action-job-1");
        await User.Request(Kinds.FlinkJob, "action-job-1", "EXPLODE");
        var refused = await Job("action-job-1", "has reset the annotation", ScenarioUser.IsReset);
        await Event("action-job-1", "EXPLODE");
        Assert.Equal(before.Text("jobId"), refused.Text("jobId"));
        await User.Request(Kinds.FlinkCluster, "action", "EXPLODE");
        await Until(Kinds.FlinkCluster, "action", "has reset the annotation", ScenarioUser.IsReset);
        await Event("action", "EXPLODE");
        await Ready(Kinds.FlinkJob, "action-job-1");
        await Flink.RunsExactly("action", "action-job-1");
    }

    [Theory]
    [InlineData("jobParallelism", "two", "spec.jobs[0].spec.jobParallelism")]
    [InlineData("jobParallelism", -1, "spec.jobs[0].spec.jobParallelism")]
    public async Task A_spec_that_breaks_the_schema_is_refused_with_the_path_of_the_field(string field, object value, string path)
    {
        var document = YamlJson.Documents(ProjectFiles.Sample("batch-job.yaml", "batch", "schema")).Single();
        document["spec"]!["jobs"]![0]!["spec"]![field] = value is string text ? text : (int)value;
        var invalid = Assert.IsType<Answer<JsonObject>.Invalid>(await World.Client.Create(Kinds.FlinkDeployment, World.Namespace, document));
        Assert.Contains(invalid.Causes, cause => cause.Field == path);
    }

    Task<JsonObject> Stalled(string job, string cause) => Job(job, $"stalled because of {cause}", found =>
        found.Condition("Stalled") == "True" && found.Text("supervisorStatus") == "Stopped" && found.ConditionMessage("Stalled").Contains(cause, StringComparison.Ordinal));

    Task<JsonObject> Event(string resource, string words) => World.Until($"an event of {resource} with {words}", () => World.Watched.All(Kinds.Event).FirstOrDefault(
        item => (string?)item["involvedObject"]?["name"] == resource && ((string?)item["message"] ?? "").Contains(words, StringComparison.Ordinal)), resource);
}
