using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Deployment;
using static LanguageExt.Prelude;
using static Toolbox.Core.Tests.Specs.SpecJson;

namespace Toolbox.Core.Tests.Specs;

public sealed class DeploymentSpecReadingTests
{
    [Fact]
    public void Cluster_and_jobs_are_read()
    {
        var spec = Right(DeploymentSpecReading.Read(Parse(Deployment("\"taskManagers\":2,", "\"jobParallelism\":3,"))));
        Assert.Equal((2, Some(2)), (spec.Cluster.TaskManagers, spec.DeclaresTaskManagers));
        var job = Assert.Single(spec.Jobs);
        Assert.Equal(("job-1", 3, Some(3)), (job.Name, job.Spec.Parallelism, job.DeclaresParallelism));
    }

    [Fact]
    public void Numbers_that_others_may_write_do_not_count_in_the_digests()
    {
        var declared = Right(DeploymentSpecReading.Read(Parse(Deployment("\"taskManagers\":2,", "\"jobParallelism\":3,"))));
        var silent = Right(DeploymentSpecReading.Read(Parse(Deployment("", ""))));
        Assert.Equal((Option<int>.None, Option<int>.None), (silent.DeclaresTaskManagers, silent.Jobs[0].DeclaresParallelism));
        Assert.Equal(declared.ClusterSpecDigest, silent.ClusterSpecDigest);
        Assert.Equal(declared.Jobs[0].SpecDigest, silent.Jobs[0].SpecDigest);
    }

    [Fact]
    public void Every_other_number_counts_in_the_digests()
    {
        var before = Right(DeploymentSpecReading.Read(Parse(Deployment("", ""))));
        var after = Right(DeploymentSpecReading.Read(Parse(Deployment("\"maxTaskManagers\":9,", "\"maxJobParallelism\":9,"))));
        Assert.NotEqual(before.ClusterSpecDigest, after.ClusterSpecDigest);
        Assert.NotEqual(before.Jobs[0].SpecDigest, after.Jobs[0].SpecDigest);
        Assert.Equal(before.Cluster.Digest, after.Cluster.Digest);
    }

    [Fact]
    public void Deployment_without_jobs_is_fine() =>
        Assert.True(Right(DeploymentSpecReading.Read(Parse($$"""{"cluster":{{SmallestCluster}},"jobs":null}"""))).Jobs.IsEmpty);

    [Fact]
    public void Errors_of_cluster_and_jobs_carry_their_path() =>
        Assert.Equal(
            [
                "spec.jobs[2].name: a is not allowed, each job needs a name of its own",
                "spec.jobs[0].name: nothing is not allowed, a name is required",
                "spec.jobs[3].name: Job_1 is not allowed, lower-case letters, digits and dashes are allowed, the first and last character being no dash",
                "spec.cluster.taskManager.taskSlots: 0 is not allowed, at least 1 is expected",
                "spec.jobs[0].spec.jobParallelism: -1 is not allowed, at least 0 is expected",
            ],
            Errors(DeploymentSpecReading.Read(Parse($$"""
                {"cluster":{{SmallestCluster.Replace("\"taskSlots\":1", "\"taskSlots\":0", StringComparison.Ordinal)}},
                 "jobs":[{"spec":{"jobParallelism":-1,{{SmallestJob[1..]}}},{"name":"a","spec":{{SmallestJob}}},{"name":"a","spec":{{SmallestJob}}},{"name":"Job_1","spec":{{SmallestJob}}}]}
                """))));

    [Fact]
    public void Names_of_the_deployment_and_its_jobs_must_fit_into_labels() =>
        Assert.Equal(
            ["metadata.name", "spec.jobs[0].name"],
            DeploymentSpecReading.Read(Parse(Deployment("", "").Replace("job-1", new string('j', 64), StringComparison.Ordinal)), "a.b")
                .Match(_ => [], errors => errors.Select(error => error.Field).ToArray()));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cluster":null,"jobs":[{}]}""")]
    [InlineData("""{"cluster":[],"jobs":[null,5,"x"]}""")]
    [InlineData("""{"jobs":{}}""")]
    public void Missing_sections_are_errors_and_never_exceptions(string json) => Assert.NotEmpty(Errors(DeploymentSpecReading.Read(Parse(json))));

    [Fact]
    public void Absent_spec_is_an_error_and_never_an_exception() => Assert.NotEmpty(Errors(DeploymentSpecReading.Read(default(JsonElement))));

    static string Deployment(string cluster, string job) => $$"""
        {"cluster":{{{cluster}}{{SmallestCluster[1..]}},"jobs":[{"name":"job-1","spec":{{{job}}{{SmallestJob[1..]}}}]}
        """;
}
