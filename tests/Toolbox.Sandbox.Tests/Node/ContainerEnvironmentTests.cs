using k8s.Models;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class ContainerEnvironmentTests
{
    static V1EnvVar Field(string name, string path) => new() { Name = name, ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = path } } };

    static V1EnvVar Resource(string name, string resource, string? divisor = null) => new()
    {
        Name = name,
        ValueFrom = new V1EnvVarSource
        {
            ResourceFieldRef = new V1ResourceFieldSelector { Resource = resource, Divisor = divisor is null ? null : new ResourceQuantity(divisor) },
        },
    };

    static V1EnvVar MapKey(string name, string map, string key, bool? optional = null) => new()
    {
        Name = name, ValueFrom = new V1EnvVarSource { ConfigMapKeyRef = new V1ConfigMapKeySelector { Name = map, Key = key, Optional = optional } },
    };

    static V1EnvVar SecretKey(string name, string secret, string key) => new()
    {
        Name = name, ValueFrom = new V1EnvVarSource { SecretKeyRef = new V1SecretKeySelector { Name = secret, Key = key } },
    };

    static IReadOnlyDictionary<string, string> Complete(EnvironmentAnswer answer) => Assert.IsType<EnvironmentAnswer.Complete>(answer).Variables;

    [Fact]
    public void A_value_may_use_the_names_before_it_but_not_those_after_it()
    {
        var variables = Complete(PodFixture.APod().WithVariables(
            new V1EnvVar { Name = "A", Value = "1" }, new V1EnvVar { Name = "B", Value = "$(A)-$(HOSTNAME)-$(C)" }, new V1EnvVar { Name = "C", Value = "3" }).Environment());
        Assert.Equal("1-worker-$(C)", variables["B"]);
    }

    [Theory]
    [InlineData("metadata.name", "worker")]
    [InlineData("metadata.namespace", "flink")]
    [InlineData("metadata.labels['role']", "taskmanager")]
    [InlineData("metadata.annotations['none']", "")]
    [InlineData("spec.nodeName", "sandbox-node")]
    [InlineData("spec.serviceAccountName", "default")]
    [InlineData("status.podIP", "127.66.0.9")]
    [InlineData("status.hostIP", "127.0.0.1")]
    public void Fields_of_the_pod_can_be_referred_to(string path, string expected) =>
        Assert.Equal(expected, Complete(PodFixture.APod().WithVariables(Field("V", path)).Environment())["V"]);

    [Fact]
    public void An_unknown_field_is_named()
    {
        var answer = PodFixture.APod().WithVariables(Field("V", "status.phase")).Environment();
        Assert.Equal("field path 'status.phase' is not supported", Assert.IsType<EnvironmentAnswer.Missing>(answer).Message);
    }

    [Theory]
    [InlineData("limits.cpu", null, "1")]
    [InlineData("limits.cpu", "1m", "500")]
    [InlineData("requests.cpu", "1m", "250")]
    [InlineData("limits.memory", "1Mi", "8192")]
    [InlineData("requests.memory", "1", "0")]
    public void Resources_are_divided_and_rounded_up_and_a_missing_limit_is_the_node(string resource, string? divisor, string expected)
    {
        var pod = PodFixture.APod().WithVariables(Resource("V", resource, divisor)).With(pod => pod.Spec.Containers[0].Resources = new V1ResourceRequirements
        {
            Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("500m") },
            Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("250m") },
        });
        Assert.Equal(expected, Complete(pod.Environment())["V"]);
    }

    [Fact]
    public void Config_maps_and_secrets_give_values_by_key_and_as_a_whole()
    {
        var pod = PodFixture.APod().WithVariables(MapKey("LEVEL", "settings", "level"), SecretKey("WORD", "door", "word"))
            .With(pod => pod.Spec.Containers[0].EnvFrom = [new V1EnvFromSource { Prefix = "S_", ConfigMapRef = new V1ConfigMapEnvSource { Name = "settings" } }]);
        var variables = Complete(pod.Environment(ReferencedObjects.None.WithConfigMap("settings", ("level", "debug")).WithSecret("door", ("word", "sesame"))));
        Assert.Equal(("debug", "sesame", "debug"), (variables["LEVEL"], variables["WORD"], variables["S_level"]));
    }

    [Fact]
    public void What_is_missing_is_named_as_the_kubelet_does()
    {
        static string Message(V1Pod pod, ReferencedObjects? objects = null) => Assert.IsType<EnvironmentAnswer.Missing>(pod.Environment(objects)).Message;
        Assert.Equal("configmap \"settings\" not found", Message(PodFixture.APod().WithVariables(MapKey("V", "settings", "a"))));
        Assert.Equal("secret \"door\" not found", Message(PodFixture.APod().WithVariables(SecretKey("V", "door", "a"))));
        Assert.Equal(
            "couldn't find key a in ConfigMap flink/settings",
            Message(PodFixture.APod().WithVariables(MapKey("V", "settings", "a")), ReferencedObjects.None.WithConfigMap("settings", ("b", "1"))));
    }

    [Fact]
    public void What_is_optional_may_be_missing() =>
        Assert.False(Complete(PodFixture.APod().WithVariables(MapKey("V", "settings", "a", optional: true)).Environment()).ContainsKey("V"));

    [Fact]
    public void All_names_that_a_pod_refers_to_are_found()
    {
        var pod = PodFixture.APod().WithVariables(MapKey("A", "one", "k"), SecretKey("B", "two", "k"))
            .WithVolume(new V1Volume { Name = "v", Projected = new V1ProjectedVolumeSource { Sources = [new V1VolumeProjection { ConfigMap = new V1ConfigMapProjection { Name = "three" } }] } });
        var names = ReferencedNames.Of(pod);
        Assert.Equal(["one", "three"], names.ConfigMaps);
        Assert.Equal(["two"], names.Secrets);
    }
}
