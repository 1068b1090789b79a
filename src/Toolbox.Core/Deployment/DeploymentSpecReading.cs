using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Digests;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Deployment;

/// <summary>Reads a FlinkDeployment's spec: its cluster, its jobs, and all that is wrong with either.</summary>
public static class DeploymentSpecReading
{
    /// <param name="spec">The resource's <c>spec</c>; an absent one reads as empty.</param>
    public static Either<Seq<SpecError>, DeploymentSpec> Read(JsonElement spec) => Read(spec, Option<string>.None);

    /// <summary>Reads the spec and checks the resource's name, which is the cluster's too.</summary>
    public static Either<Seq<SpecError>, DeploymentSpec> Read(JsonElement spec, Option<string> name)
    {
        var errors = new List<SpecError>();
        errors.AddRange(name.Bind(text => ResourceNames.Check("metadata.name", text)));
        var section = new SpecSection(spec, "spec", errors);
        var cluster = section.Section("cluster");
        var jobs = section.Items("jobs").ToList();
        errors.AddRange(RepeatedNames(jobs).Concat(jobs.SelectMany(job => ResourceNames.Check($"{job.Path}.name", job.Text("name")))));
        var read = new DeploymentSpec(
            ClusterSpecReading.Read(cluster),
            SpecDigest.Whole(cluster.Json, "taskManagers"),
            cluster.DeclaredNumber("taskManagers", 0),
            jobs.Select(Job).ToSeq().Strict());
        return errors.Count == 0 ? read : errors.Distinct().ToSeq();
    }

    static DeploymentJob Job(SpecSection job)
    {
        var spec = job.Section("spec");
        return new DeploymentJob(
            job.Text("name"), JobSpecReading.Read(spec), SpecDigest.Whole(spec.Json, "jobParallelism"), spec.DeclaredNumber("jobParallelism", 0));
    }

    static IEnumerable<SpecError> RepeatedNames(List<SpecSection> jobs) =>
        jobs.Where((job, index) => jobs.Take(index).Any(earlier => job.Text("name").Length > 0 && earlier.Text("name") == job.Text("name")))
            .Select(job => new SpecError($"{job.Path}.name", job.Text("name"), "each job needs a name of its own"));
}
