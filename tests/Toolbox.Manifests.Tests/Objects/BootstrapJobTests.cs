namespace Toolbox.Manifests.Tests.Objects;

public class BootstrapJobTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void A_restore_point_and_dropped_state_become_arguments_before_those_of_the_job()
    {
        var identity = Render.Bootstrap with { SavepointPath = "s3a://flink/savepoint-1", AllowNonRestoredState = true };

        var arguments = Arguments(identity);

        Assert.Equal(
            ["--parallelism=2", "--savepoint-path=s3a://flink/savepoint-1", "--allow-non-restored-state", "--argument=--CONSOLE_OUTPUT", "--argument=true"],
            arguments[8..]);
    }

    [Fact]
    public void Arguments_with_blanks_and_bare_scalars_stay_one_item_each()
    {
        deployment.With("jobs.0.spec.bootstrap.arguments", """["--text", "x y", 5, true, ""]""");

        Assert.Equal(
            ["--argument=--text", "--argument=x y", "--argument=5", "--argument=true", "--argument="],
            Arguments(Render.Bootstrap)[9..]);
    }

    [Fact]
    public void Missing_arguments_resources_and_account_have_defaults()
    {
        deployment.With("jobs.0.spec.bootstrap", """{"image": "jobs:1", "jarPath": "/jobs.jar", "className": "Job"}""");

        var pod = RenderedYaml.Value(Render.BootstrapJob(deployment)).Spec.Template.Spec;

        Assert.DoesNotContain(pod.Containers[0].Args, argument => argument.StartsWith("--argument", StringComparison.Ordinal));
        Assert.Equal("flink-bootstrap", pod.ServiceAccountName);
        Assert.Equal("IfNotPresent", pod.Containers[0].ImagePullPolicy);
        Assert.Equal("1", pod.Containers[0].Resources.Limits["cpu"].ToString());
        Assert.Equal("100m", pod.Containers[0].Resources.Requests["cpu"].ToString());
        Assert.Equal("256Mi", pod.Containers[0].Resources.Requests["memory"].ToString());
    }

    [Fact]
    public void Pull_secrets_are_used()
    {
        deployment.With("jobs.0.spec.bootstrap.pullSecrets", "\"regcred\"");

        Assert.Equal("regcred", Assert.Single(RenderedYaml.Value(Render.BootstrapJob(deployment)).Spec.Template.Spec.ImagePullSecrets).Name);
    }

    [Fact]
    public void A_finished_job_stays_until_it_is_deleted() =>
        Assert.Null(RenderedYaml.Value(Render.BootstrapJob(deployment)).Spec.TtlSecondsAfterFinished);

    [Fact]
    public void A_dry_run_completes_without_a_pod()
    {
        var job = RenderedYaml.Value(Render.BootstrapJob(deployment, Render.Bootstrap with { DryRun = true }));

        Assert.Equal(0, job.Spec.Completions);
        Assert.Contains("--dry-run", job.Spec.Template.Spec.Containers[0].Args);
    }

    [Theory]
    [InlineData("jobs.0.spec.bootstrap", "spec.bootstrap: this part is required")]
    [InlineData("jobs.0.spec.bootstrap.image", "spec.bootstrap.image: a value is required")]
    [InlineData("jobs.0.spec.bootstrap.jarPath", "spec.bootstrap.jarPath: a value is required")]
    [InlineData("jobs.0.spec.bootstrap.className", "spec.bootstrap.className: a value is required")]
    public void A_missing_part_is_named(string field, string message) =>
        Assert.Equal(message, RenderedYaml.Error(Render.BootstrapJob(deployment.Without(field))).ToString());

    string[] Arguments(BootstrapJobIdentity identity) =>
        [.. RenderedYaml.Value(Render.BootstrapJob(deployment, identity)).Spec.Template.Spec.Containers[0].Args];
}
