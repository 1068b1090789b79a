namespace Toolbox.Manifests.Tests.Objects;

public class SupervisorDeploymentTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void A_supervisor_without_optional_parts_has_the_defaults()
    {
        deployment.With("cluster.supervisor", """{"image": "flinkctl:2"}""");

        var spec = RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec;
        var container = Assert.Single(spec.Template.Spec.Containers);

        Assert.Equal(1, spec.Replicas);
        Assert.Equal("flink-supervisor", spec.Template.Spec.ServiceAccountName);
        Assert.Equal("IfNotPresent", container.ImagePullPolicy);
        Assert.Equal("256Mi", container.Resources.Limits["memory"].ToString());
        Assert.Equal(["--polling-interval=5", "--task-timeout=300"], container.Args.Skip(4));
    }

    [Theory]
    [InlineData("\"20\"")]
    [InlineData("20")]
    public void The_polling_interval_may_be_a_text_or_a_number(string value)
    {
        deployment.With("cluster.supervisor.pollingInterval", value);

        Assert.Contains("--polling-interval=20",
            RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Template.Spec.Containers[0].Args);
    }

    [Fact]
    public void The_number_of_supervisors_follows_the_caller_then_the_spec()
    {
        deployment.With("cluster.supervisor.replicas", "0");

        Assert.Equal(0, RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Replicas);
        Assert.Equal(1, RenderedYaml.Value(Render.SupervisorDeployment(deployment, Render.Supervisor with { Replicas = 1 })).Spec.Replicas);
    }

    [Fact]
    public void A_dry_run_has_no_supervisor()
    {
        var rendered = RenderedYaml.Value(Render.SupervisorDeployment(deployment, Render.Supervisor with { DryRun = true }));

        Assert.Equal(0, rendered.Spec.Replicas);
        Assert.Contains("--dry-run", rendered.Spec.Template.Spec.Containers[0].Args);
    }

    [Fact]
    public void Replicas_keep_away_from_each_other()
    {
        var template = RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Template;

        Assert.Null(template.Spec.Affinity.PodAffinity);
        var term = Assert.Single(template.Spec.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution);
        Assert.Equal(template.Metadata.Labels, term.PodAffinityTerm.LabelSelector.MatchLabels);
    }

    [Fact]
    public void Pull_secrets_are_used()
    {
        deployment.With("cluster.supervisor.pullSecrets", "\"regcred\"");

        Assert.Equal("regcred",
            Assert.Single(RenderedYaml.Value(Render.SupervisorDeployment(deployment)).Spec.Template.Spec.ImagePullSecrets).Name);
    }

    [Fact]
    public void Nothing_is_rendered_that_server_side_apply_should_not_own()
    {
        var json = RenderedYaml.JsonOf(Render.SupervisorDeployment(deployment));

        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], json.Select(field => field.Key).Order());
        Assert.Equal(["annotations", "labels", "name", "namespace"], json["metadata"]!.AsObject().Select(field => field.Key).Order());
        Assert.DoesNotContain("null", json.ToJsonString());
    }

    [Theory]
    [InlineData("cluster.supervisor", "spec.supervisor: this part is required")]
    [InlineData("cluster.supervisor.image", "spec.supervisor.image: a value is required")]
    public void A_missing_part_is_named(string field, string message) =>
        Assert.Equal(message, RenderedYaml.Error(Render.SupervisorDeployment(deployment.Without(field))).ToString());
}
