namespace Toolbox.Manifests.Tests.Objects;

public class FlinkPodTests
{
    readonly SomeDeployment deployment = SomeDeployment.OfTheManual();

    [Fact]
    public void A_pod_without_optional_parts_has_the_defaults()
    {
        deployment.With("cluster.jobManager", """{"serviceMode": "ClusterIP"}""").Without("cluster.runtime.pullPolicy");

        var pod = RenderedYaml.Value(Render.JobManagerPod(deployment));

        Assert.Equal("default", pod.Spec.ServiceAccountName);
        Assert.Null(pod.Spec.Volumes);
        Assert.Null(pod.Spec.ImagePullSecrets);
        Assert.Null(pod.Spec.InitContainers);
        Assert.Equal("Always", pod.Spec.RestartPolicy);
        Assert.Equal([50, 100], pod.Spec.Affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution.Select(term => term.Weight));
        var container = Assert.Single(pod.Spec.Containers);
        Assert.Equal("IfNotPresent", container.ImagePullPolicy);
        Assert.Equal(["jobmanager"], container.Args);
        Assert.Null(container.Resources);
        Assert.Equal(["POD_NAME", "POD_NAMESPACE", "JOB_MANAGER_RPC_ADDRESS"], container.Env.Select(variable => variable.Name));
    }

    [Fact]
    public void Empty_lists_are_the_same_as_absent_ones()
    {
        deployment.With("cluster.taskManager", """
            {"taskSlots": null, "args": [], "command": [], "environment": [], "environmentFrom": [], "volumes": [], "volumeMounts": [],
             "extraPorts": [], "initContainers": [], "sideContainers": [], "tolerations": [], "topologySpreadConstraints": []}
            """);

        var pod = RenderedYaml.JsonOf(Render.TaskManagerPod(deployment))["spec"]!;

        Assert.Equal(["affinity", "containers", "restartPolicy", "serviceAccountName"], pod.AsObject().Select(field => field.Key).Order());
        Assert.Equal(["taskmanager"], pod["containers"]![0]!["args"]!.AsArray().Select(item => (string?)item));
    }

    [Fact]
    public void A_missing_number_of_task_slots_means_one()
    {
        var pod = RenderedYaml.Value(Render.TaskManagerPod(deployment.With("cluster.taskManager.taskSlots", "null")));

        Assert.Equal("1", pod.Spec.Containers[0].Env.Single(variable => variable.Name == "TASK_MANAGER_NUMBER_OF_TASK_SLOTS").Value);
    }

    [Fact]
    public void User_annotations_are_applied_and_ours_win()
    {
        deployment.With("cluster.jobManager.annotations", """{"managedBy": "flinkctl", "flink-operator/owner-uid": "somebody"}""");

        var annotations = RenderedYaml.Value(Render.JobManagerPod(deployment)).Metadata.Annotations;

        Assert.Equal("flinkctl", annotations["managedBy"]);
        Assert.Equal("15ae5af4-affd-41b1-9dc0-d48e58c441a0", annotations["flink-operator/owner-uid"]);
        Assert.Equal("pod-digest", annotations["flink-operator/spec-digest"]);
    }

    [Fact]
    public void The_security_context_of_the_spec_is_applied_as_it_is()
    {
        deployment.With("cluster.taskManager.securityContext", """{"runAsUser": 9999, "capabilities": {"add": ["NET_ADMIN"]}}""");

        var context = RenderedYaml.JsonOf(Render.TaskManagerPod(deployment))["spec"]!["containers"]![0]!["securityContext"]!;

        Assert.Equal("""{"capabilities":{"add":["NET_ADMIN"]},"runAsUser":9999}""", context.ToJsonString());
    }

    [Fact]
    public void Pull_secrets_of_the_runtime_are_used_by_both_kinds_of_pods()
    {
        deployment.With("cluster.runtime.pullSecrets", "\"regcred\"");

        Assert.Equal("regcred", Assert.Single(RenderedYaml.Value(Render.JobManagerPod(deployment)).Spec.ImagePullSecrets).Name);
        Assert.Equal("regcred", Assert.Single(RenderedYaml.Value(Render.TaskManagerPod(deployment)).Spec.ImagePullSecrets).Name);
    }

    [Fact]
    public void Side_containers_come_after_the_main_container_and_init_containers_are_kept()
    {
        deployment
            .With("cluster.jobManager.sideContainers", """[{"name": "proxy", "image": "proxy:1", "resources": {"limits": {"cpu": 1}}}]""")
            .With("cluster.jobManager.initContainers", """[{"name": "prepare", "image": "prepare:1"}]""");

        var pod = RenderedYaml.Value(Render.JobManagerPod(deployment));

        Assert.Equal(["jobmanager", "proxy"], pod.Spec.Containers.Select(container => container.Name));
        Assert.Equal("1", pod.Spec.Containers[1].Resources.Limits["cpu"].ToString());
        Assert.Equal(["prepare"], pod.Spec.InitContainers.Select(container => container.Name));
    }

    [Fact]
    public void Command_arguments_affinity_tolerations_and_spread_replace_the_built_in_ones()
    {
        deployment
            .With("cluster.jobManager.command", """["/run"]""")
            .With("cluster.jobManager.args", """["jobmanager", "--debug"]""")
            .With("cluster.jobManager.affinity", """{"nodeAffinity": {}}""")
            .With("cluster.jobManager.tolerations", """[{"key": "flink", "operator": "Exists"}]""")
            .With("cluster.jobManager.topologySpreadConstraints",
                """[{"maxSkew": 1, "topologyKey": "zone", "whenUnsatisfiable": "ScheduleAnyway"}]""");

        var spec = RenderedYaml.Value(Render.JobManagerPod(deployment)).Spec;

        Assert.Equal(["/run"], spec.Containers[0].Command);
        Assert.Equal(["jobmanager", "--debug"], spec.Containers[0].Args);
        Assert.Null(spec.Affinity.PodAntiAffinity);
        Assert.Equal("flink", Assert.Single(spec.Tolerations).Key);
        Assert.Equal("zone", Assert.Single(spec.TopologySpreadConstraints).TopologyKey);
    }

    [Theory]
    [InlineData("cluster.runtime.image", "spec.runtime.image: a value is required")]
    [InlineData("cluster.runtime", "spec.runtime.image: a value is required")]
    [InlineData("cluster.jobManager", "spec.jobManager: this part is required")]
    public void A_missing_part_is_named(string field, string message) =>
        Assert.Equal(message, RenderedYaml.Error(Render.JobManagerPod(deployment.Without(field))).ToString());

    [Fact]
    public void A_missing_TaskManager_part_is_named() =>
        Assert.Equal("spec.taskManager: this part is required",
            RenderedYaml.Error(Render.TaskManagerPod(deployment.Without("cluster.taskManager"))).ToString());

    [Fact]
    public void A_cluster_name_that_cannot_be_part_of_a_service_name_is_refused() =>
        Assert.Equal("metadata.name: 'a.b' must consist of lower case letters, digits and dashes",
            RenderedYaml.Error(Render.JobManagerPod(deployment, "a.b")).ToString());
}
