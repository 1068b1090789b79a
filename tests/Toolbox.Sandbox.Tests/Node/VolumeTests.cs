using System.Text;
using k8s.Models;
using Toolbox.Sandbox.Node.Variables;
using Toolbox.Sandbox.Node.Volumes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class VolumeTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("volumes-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    VolumeContent Content(V1Volume volume, ReferencedObjects? objects = null, string? token = null) =>
        new VolumeContents(PodFixture.APod(), PodFixture.Network, objects ?? ReferencedObjects.None, token, Path.Combine(folder, "claims")).Of(volume);

    static IEnumerable<string> Text(VolumeContent content) =>
        Assert.IsType<VolumeContent.Files>(content).Content.Select(file => $"{file.Path}={Encoding.UTF8.GetString(file.Content)}");

    static V1Volume Account() => new()
    {
        Name = "kube-api-access",
        Projected = new V1ProjectedVolumeSource
        {
            Sources =
            [
                new V1VolumeProjection { ServiceAccountToken = new V1ServiceAccountTokenProjection { Path = "token", ExpirationSeconds = 3607 } },
                new V1VolumeProjection { ConfigMap = new V1ConfigMapProjection { Name = "kube-root-ca.crt", Items = [new V1KeyToPath { Key = "ca.crt", Path = "ca.crt" }] } },
                new V1VolumeProjection { DownwardAPI = new V1DownwardAPIProjection { Items = [new V1DownwardAPIVolumeFile { Path = "namespace", FieldRef = new V1ObjectFieldSelector { FieldPath = "metadata.namespace" } }] } },
                new V1VolumeProjection { ConfigMap = new V1ConfigMapProjection { Name = "openshift-service-ca.crt", Items = [new V1KeyToPath { Key = "service-ca.crt", Path = "service-ca.crt" }] } },
            ],
        },
    };

    [Fact]
    public void The_service_account_is_there_with_token_authority_and_namespace() =>
        Assert.Equal(
            ["token=abc", "ca.crt=PEM", "namespace=flink"],
            Text(Content(Account(), ReferencedObjects.None.WithConfigMap("kube-root-ca.crt", ("ca.crt", "PEM")), "abc")));

    [Fact]
    public void Without_a_token_the_volume_is_not_there_yet() =>
        Assert.Contains("no token", Assert.IsType<VolumeContent.Unavailable>(Content(Account())).Message);

    [Fact]
    public void A_config_map_gives_all_keys_or_the_chosen_ones_under_their_paths()
    {
        var objects = ReferencedObjects.None.WithConfigMap("settings", ("b", "2"), ("a", "1"));
        Assert.Equal(["a=1", "b=2"], Text(Content(new V1Volume { ConfigMap = new V1ConfigMapVolumeSource { Name = "settings" } }, objects)));
        Assert.Equal(["sub/x=2"], Text(Content(new V1Volume { ConfigMap = new V1ConfigMapVolumeSource { Name = "settings", Items = [new V1KeyToPath { Key = "b", Path = "sub/x" }] } }, objects)));
    }

    [Fact]
    public void What_is_missing_is_named_and_what_is_optional_is_empty()
    {
        Assert.Equal("configmap \"none\" not found", Assert.IsType<VolumeContent.Unavailable>(Content(new V1Volume { ConfigMap = new V1ConfigMapVolumeSource { Name = "none" } })).Message);
        Assert.Equal("secret \"none\" not found", Assert.IsType<VolumeContent.Unavailable>(Content(new V1Volume { Secret = new V1SecretVolumeSource { SecretName = "none" } })).Message);
        Assert.Empty(Text(Content(new V1Volume { Secret = new V1SecretVolumeSource { SecretName = "none", Optional = true } })));
        Assert.Contains("emptyDir", Assert.IsType<VolumeContent.Unavailable>(Content(new V1Volume { Name = "n", Nfs = new V1NFSVolumeSource() })).Message);
    }

    [Fact]
    public void Files_are_written_with_their_modes_and_never_outside_of_the_volume()
    {
        var own = Path.Combine(folder, "volume");
        VolumeFolder.Materialise(new VolumeContent.Files([new VolumeFile("token", [1, 2], 0x180)]), own, folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Path.Combine(own, "token")).UnixFileMode);
        Assert.Throws<IOException>(() => VolumeFolder.Materialise(new VolumeContent.Files([new VolumeFile("../out", [], 420)]), own, folder));
        Assert.False(File.Exists(Path.Combine(folder, "out")));
    }

    [Fact]
    public void A_claim_gets_a_folder_that_outlives_the_pod()
    {
        var claim = Assert.IsType<VolumeContent.Own>(Content(new V1Volume { PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = "state" } }));
        Assert.Equal(Path.Combine(folder, "claims", "flink", "state"), VolumeFolder.Materialise(claim, folder, folder));
        Assert.True(Directory.Exists(claim.Path));
    }

    [Fact]
    public void A_host_path_that_must_exist_is_missed_by_name() =>
        Assert.Contains("/none/of/this", Assert.Throws<IOException>(() => VolumeFolder.Materialise(new VolumeContent.Host("/none/of/this", false), folder, folder)).Message);

    [Fact]
    public void A_host_path_is_used_where_it_is_and_made_on_the_nodes_own_disk_where_it_is_not()
    {
        Assert.Equal(folder, VolumeFolder.Materialise(new VolumeContent.Host(folder, true), folder, "/unused"));
        var disk = Path.Combine(folder, "disk");
        Assert.Equal(disk + "/sandbox-none/state", VolumeFolder.Materialise(new VolumeContent.Host("/sandbox-none/state", true), folder, disk));
        Assert.False(Directory.Exists("/sandbox-none"));
    }
}
