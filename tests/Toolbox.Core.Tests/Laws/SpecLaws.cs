using System.Text.Json;
using CsCheck;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Laws of what users write: order and unknown fields do not count, and no value whatever leads to an exception.</summary>
public class SpecLaws
{
    const int Samples = 3_000;

    [Fact]
    public void The_order_of_fields_does_not_count() => Gen.Int.Sample(
        seed => ReadsAs(SpecDocuments.Shuffled(SpecDocuments.Deployment, seed)), iter: Samples);

    [Fact]
    public void Unknown_fields_of_a_spec_and_its_parts_neither_fail_nor_count_in_digests() => Gen.Int.Sample(
        seed =>
        {
            var cluster = ClusterSpecReading.Read(SpecDocuments.Shuffled(SpecDocuments.Cluster, seed, unknownLevels: 2));
            var job = JobSpecReading.Read(SpecDocuments.Shuffled(SpecDocuments.Job, seed, unknownLevels: 2));
            return cluster == ClusterSpecReading.Read(SpecDocuments.Parse(SpecDocuments.Cluster)) && job == JobSpecReading.Read(SpecDocuments.Parse(SpecDocuments.Job));
        },
        iter: Samples);

    [Fact]
    public void Any_value_anywhere_in_a_cluster_is_read_or_named() => Named(SpecDocuments.Cluster, json => ClusterSpecReading.Read(json));

    [Fact]
    public void Any_value_anywhere_in_a_job_is_read_or_named() => Named(SpecDocuments.Job, json => JobSpecReading.Read(json));

    [Fact]
    public void Any_value_anywhere_in_a_deployment_is_read_or_named() => Named(SpecDocuments.Deployment, json => DeploymentSpecReading.Read(json));

    [Fact]
    public void Any_text_in_the_annotations_is_a_request_or_refused() => Gen.Select(Gen.String, Gen.String).Sample(
        (action, without) =>
        {
            var decision = JobDecide.Decide(Jobs.AStartedJob() with { Annotation = RequestAnnotation.From(action, without) });
            return decision.Status.SupervisorStatus == SupervisorStatus.Started;
        },
        iter: Samples);

    // A mistake in a spec changes nothing but what the status says about it.
    [Fact]
    public void What_runs_goes_on_with_the_last_good_spec() => Gen.Select(Wrong(SpecDocuments.Cluster), Wrong(SpecDocuments.Job)).Sample(
        (cluster, job) =>
        {
            var clusterSpec = ClusterSpecReading.Read(cluster);
            if (clusterSpec.IsLeft) GoesOn(ClusterDecide.Decide(Clusters.AStartedCluster() with { Spec = clusterSpec }), Clusters.AStartedCluster().Status, status => (status.SupervisorStatus, status.Digest, status.TaskManagers));
            var jobSpec = JobSpecReading.Read(job);
            if (jobSpec.IsLeft) GoesOn(JobDecide.Decide(Jobs.AStartedJob() with { Spec = jobSpec }), Jobs.AStartedJob().Status, status => (status.SupervisorStatus, status.Digest, status.JobId));
        },
        iter: Samples);

    [Fact]
    public void A_deployment_whose_spec_is_wrong_applies_and_deletes_nothing() => Wrong(SpecDocuments.Deployment).Sample(
        json =>
        {
            var spec = DeploymentSpecReading.Read(json);
            return spec.IsRight || DeploymentDecide.Decide(Deployments.ARunningDeployment() with { Spec = spec }).Commands.IsEmpty;
        },
        iter: Samples);

    static void Named<T>(string document, Func<JsonElement, Either<Seq<SpecError>, T>> read) => Wrong(document).Sample(
        json => read(json).Match(_ => true, errors => !errors.IsEmpty && errors.ForAll(error =>
            error.Field.StartsWith("spec", StringComparison.Ordinal) && error.Value.Length is > 0 and < 100 && error.Allowed.Length > 0)),
        iter: Samples, print: json => json.GetRawText());

    static Gen<JsonElement> Wrong(string document)
    {
        var paths = SpecDocuments.Paths(document);
        return Gen.Select(Gen.Int[0, paths.Count - 1], SpecDocuments.Values).Select((index, value) => SpecDocuments.With(document, paths[index], value));
    }

    static void GoesOn<TStatus, T>(Decision<TStatus> decision, TStatus before, Func<TStatus, T> read)
    {
        Assert.Equal((Verdict.Stalled, true), (decision.Verdict, decision.Commands.IsEmpty));
        Assert.Equal(read(before), read(decision.Status));
    }

    static bool ReadsAs(JsonElement json) => DeploymentSpecReading.Read(json) == DeploymentSpecReading.Read(SpecDocuments.Parse(SpecDocuments.Deployment));
}
