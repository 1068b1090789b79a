namespace Toolbox.Manifests.Tests.Objects;

public class JobManagerServiceTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void The_service_fits_the_pod_that_is_rendered_with_it()
    {
        var service = RenderedYaml.Value(Render.JobManagerService(deployment));
        var pod = RenderedYaml.Value(Render.JobManagerPod(deployment));

        Assert.Equal(pod.Metadata.Labels, service.Spec.Selector);
        Assert.All(service.Spec.Ports, port => Assert.Contains(pod.Spec.Containers[0].Ports, target => target.Name == port.TargetPort.Value));
        Assert.Contains(pod.Spec.Containers[0].Env, variable => variable.Value == service.Metadata.Name);
    }

    [Fact]
    public void A_missing_service_mode_means_ClusterIP() =>
        Assert.Equal("ClusterIP",
            RenderedYaml.Value(Render.JobManagerService(deployment.Without("cluster.jobManager.serviceMode"))).Spec.Type);

    [Fact]
    public void A_long_cluster_name_gives_valid_names_that_fit_together()
    {
        var cluster = new string('a', 70);

        var service = RenderedYaml.Value(Render.JobManagerService(deployment, cluster));
        var pod = RenderedYaml.Value(Render.JobManagerPod(deployment, cluster));

        Assert.InRange(service.Metadata.Name.Length, 1, 63);
        Assert.InRange(pod.Metadata.Name.Length, 1, 63);
        Assert.All(service.Metadata.Labels.Values, value => Assert.InRange(value.Length, 1, 63));
        Assert.Equal(pod.Metadata.Labels, service.Spec.Selector);
        Assert.Contains(pod.Spec.Containers[0].Env, variable => variable.Value == service.Metadata.Name);
    }

    [Fact]
    public void A_missing_JobManager_part_is_named() =>
        Assert.Equal("spec.jobManager: this part is required",
            RenderedYaml.Error(Render.JobManagerService(deployment.Without("cluster.jobManager"))).ToString());

    [Fact]
    public void A_cluster_name_with_a_dot_is_refused() =>
        Assert.Equal("metadata.name", RenderedYaml.Error(Render.JobManagerService(deployment, "a.b")).Field);
}
