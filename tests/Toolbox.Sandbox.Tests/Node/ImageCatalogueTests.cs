using System.Collections.Immutable;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class ImageCatalogueTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("images-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    ImageCatalogue Catalogue(string? sample = null, params FlinkHome[] homes) =>
        new(ImmutableDictionary<string, string>.Empty.Add("jobs", folder).Add("gone:1", folder + "/none"), [.. homes], sample);

    [Theory]
    [InlineData("registry.example:5000/group/flinkctl:2.0", "registry.example:5000/group/flinkctl", "2.0")]
    [InlineData("registry.example:5000/flink", "registry.example:5000/flink", "latest")]
    [InlineData("flink:1.20@sha256:abc", "flink", "1.20")]
    public void Names_are_taken_apart(string image, string repository, string tag) => Assert.Equal(new ImageName(repository, tag), ImageName.Parse(image));

    [Theory]
    [InlineData("flink:1.20.5", "1.20.5")]
    [InlineData("flink:1.20", "1.20.0")]
    [InlineData("docker.io/library/flink:2.3.0-scala_2.12-java17", "2.3.0")]
    [InlineData("apache/flink", "2.3.0")]
    public void Flink_is_simulated_in_the_version_of_the_tag(string image, string version) =>
        Assert.Equal(new Image.SimulatedFlink(version), Catalogue().Find(image, ["jobmanager"]));

    [Fact]
    public void A_tag_without_a_version_is_refused_by_name() =>
        Assert.Contains("'nightly'", Assert.IsType<Image.Missing>(Catalogue().Find("flink:nightly", [])).Message);

    [Fact]
    public void The_most_alike_distribution_is_taken()
    {
        FlinkHome old = new("/opt/a", "1.20.5"), current = new("/opt/b", "2.3.0");
        Assert.Equal(new Image.RealFlink(old), Catalogue(null, current, old).Find("flink:1.20", []));
        Assert.Equal(new Image.RealFlink(current), Catalogue(null, old, current).Find("flink:2.3.0-java17", []));
    }

    [Fact]
    public void Names_with_flinkctl_are_this_executable() => Assert.Equal(new Image.Flinkctl(), Catalogue().Find("nextbreakpoint/flinkctl:1.4", ["supervisor"]));

    [Fact]
    public void A_given_folder_is_a_root_for_flinkctl_or_a_program_of_its_own()
    {
        Assert.Equal(new Image.Flinkctl(folder), Catalogue().Find("jobs:latest", ["bootstrap"]));
        var entry = Path.Combine(folder, "entrypoint.sh");
        File.WriteAllText(entry, "#!/bin/sh\n");
        Assert.Equal(new Image.Program(folder, entry), Catalogue().Find("jobs:latest", []));
    }

    [Fact]
    public void A_given_folder_that_does_not_exist_is_a_missing_image() =>
        Assert.Contains("does not exist", Assert.IsType<Image.Missing>(Catalogue().Find("gone:1", [])).Message);

    [Fact]
    public void An_unknown_image_of_a_bootstrap_pod_shows_the_sample_or_a_placeholder_with_a_warning()
    {
        var other = Assert.IsType<Image.Flinkctl>(Catalogue("/sample.jar").Find("mine:1", ["bootstrap", "run"]));
        Assert.Equal("/sample.jar", other.SampleJar);
        Assert.Contains("is the sample job", other.Warning);
        Assert.Contains("placeholder", Assert.IsType<Image.Flinkctl>(Catalogue().Find("mine:1", ["bootstrap", "run"])).Warning);
    }

    [Fact]
    public void The_image_of_the_samples_is_the_sample_job() => Assert.Equal(
        new Image.Flinkctl(null, "/sample.jar"),
        new ImageCatalogue(ImmutableDictionary<string, string>.Empty, [], "/sample.jar").Find("jobs:latest", ["bootstrap", "run"]));

    [Fact]
    public void Any_other_unknown_image_is_missing_and_the_message_says_what_helps() =>
        Assert.Contains("--image busybox:1=FOLDER", Assert.IsType<Image.Missing>(Catalogue().Find("busybox:1", ["sh"])).Message);

    [Theory]
    [InlineData("flink-dist-2.3.0.jar", "2.3.0")]
    [InlineData("flink-dist_2.12-1.9.3.jar", "1.9.3")]
    public void The_version_of_a_distribution_is_read_from_its_library(string library, string version)
    {
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        File.WriteAllText(Path.Combine(folder, "lib", library), "");
        Assert.Equal(version, FlinkHome.Open(folder).Version);
    }

    [Fact]
    public void A_folder_without_Flink_is_refused_in_one_line()
    {
        Assert.Contains("lib/flink-dist-*.jar is missing", Assert.Throws<SandboxException>(() => FlinkHome.Open(folder)).Message);
        Assert.Contains("does not exist", Assert.Throws<SandboxException>(() => FlinkHome.Open(folder + "/none")).Message);
    }
}
