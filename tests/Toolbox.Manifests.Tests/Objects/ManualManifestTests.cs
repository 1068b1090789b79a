using Snapshooter.Xunit;

namespace Toolbox.Manifests.Tests.Objects;

public class ManualManifestTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void JobManager_pod_of_the_manual() =>
        Snapshot.Match(RenderedYaml.Of(Render.JobManagerPod(deployment)), "JobManagerPod");

    [Fact]
    public void TaskManager_pod_of_the_manual() =>
        Snapshot.Match(RenderedYaml.Of(Render.TaskManagerPod(deployment)), "TaskManagerPod");

    [Fact]
    public void JobManager_service_of_the_manual() =>
        Snapshot.Match(RenderedYaml.Of(Render.JobManagerService(deployment)), "JobManagerService");

    [Fact]
    public void Bootstrap_job_of_the_manual() =>
        Snapshot.Match(RenderedYaml.Of(Render.BootstrapJob(deployment)), "BootstrapJob");

    [Fact]
    public void Supervisor_deployment_of_the_manual() =>
        Snapshot.Match(RenderedYaml.Of(Render.SupervisorDeployment(deployment)), "SupervisorDeployment");
}
