using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Bootstrap;

/// <summary>What a bootstrap finds out and reports through Kubernetes.</summary>
/// <param name="flink">The JobManager's address where it is given; else the pod is looked up.</param>
public sealed class BootstrapTarget(KubernetesApiClient client, Option<Uri> flink)
{
    const int ReportTries = 5;

    /// <summary>The recorded submission and where it goes; or why there is nothing to do (yet).</summary>
    public async Task<Either<BootstrapResult, (string JobId, Uri Address)>> Find(BootstrapOptions options, CancellationToken cancellation)
    {
        var answer = await client.Get(FlinkResourceTypes.Jobs, options.Namespace, options.ResourceName, cancellation);
        if (!answer.IsOk(out var resource)) return NoJob(options, answer);
        var status = JobStatusReading.Read(resource.Status);
        if (status.Submission.Case is not Submission submission)
            return new BootstrapResult.Superseded($"FlinkJob {options.ResourceName} records no submission");
        if (options.JobId.Length > 0 && submission.JobId != options.JobId)
            return new BootstrapResult.Superseded($"FlinkJob {options.ResourceName} records another submission, {submission.JobId}");
        if (status.JobId == submission.JobId) return new BootstrapResult.Submitted($"The job was submitted before: {submission.JobId}");
        if (flink.Case is Uri given) return (submission.JobId, given);
        return (await JobManager(options, submission, cancellation)).Map(address => (submission.JobId, address));
    }

    /// <summary>Writes the accepted id into the FlinkJob, if it still records this submission.</summary>
    /// <returns>Null when it is written.</returns>
    public async Task<BootstrapResult?> Report(BootstrapOptions options, string jobId, CancellationToken cancellation)
    {
        for (var count = 0; count < ReportTries; count++)
        {
            var answer = await client.Get(FlinkResourceTypes.Jobs, options.Namespace, options.ResourceName, cancellation);
            if (!answer.IsOk(out var resource)) return NoJob(options, answer);
            var status = JobStatusReading.Read(resource.Status);
            if (!status.Submission.Exists(submission => submission.JobId == jobId))
                return new BootstrapResult.Superseded($"FlinkJob {options.ResourceName} records another submission");
            if (status.JobId == jobId) return null;
            var patch = new JsonObject
            {
                ["metadata"] = new JsonObject { ["resourceVersion"] = resource.ResourceVersion },
                ["status"] = new JsonObject { ["jobId"] = jobId },
            };
            var written = await client.MergePatch(
                FlinkResourceTypes.Jobs, options.Namespace, options.ResourceName, patch, new WriteOptions { Subresource = "status", FieldManager = "flinkctl" }, cancellation);
            if (written is Answer<FlinkResource>.Ok) return null;
            if (written is not Answer<FlinkResource>.Conflict) return new BootstrapResult.Failed($"report of the job id: {written.Describe()}");
        }
        return new BootstrapResult.Failed("report of the job id: the FlinkJob changes too often");
    }

    // The pod of exactly the process that the submission is meant for: another one is the supervisor's to decide about.
    async Task<Either<BootstrapResult, Uri>> JobManager(BootstrapOptions options, Submission submission, CancellationToken cancellation)
    {
        var labels = ObjectLabels.OfRole(options.ClusterName, ObjectRole.JobManager);
        var selector = string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"));
        var answer = await client.List(ResourceTypes.Pods, options.Namespace, new ListOptions { LabelSelector = selector }, cancellation);
        if (!answer.IsOk(out var pods)) return new BootstrapResult.Failed($"look-up of the JobManager: {answer.Describe()}");
        var pod = Optional(pods.Items.Select(PodReading.Observe).FirstOrDefault(item => item.Process == submission.JobManager && item.Address.Length > 0));
        return pod.Match(
            item => Right<BootstrapResult, Uri>(new Uri($"http://{(item.Address.Contains(':', StringComparison.Ordinal) ? $"[{item.Address}]" : item.Address)}:8081")),
            () => Left<BootstrapResult, Uri>(new BootstrapResult.Failed("the JobManager that the submission is meant for is gone")));
    }

    static BootstrapResult NoJob(BootstrapOptions options, Answer<FlinkResource> answer) => answer is Answer<FlinkResource>.NotFound
        ? new BootstrapResult.Superseded($"FlinkJob {options.ResourceName} does not exist any more")
        : new BootstrapResult.Failed($"look-up of FlinkJob {options.ResourceName}: {answer.Describe()}");
}
