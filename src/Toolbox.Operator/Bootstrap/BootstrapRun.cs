using System.Security.Cryptography;
using Serilog;
using Toolbox.Flink;

namespace Toolbox.Operator.Bootstrap;

/// <summary>
/// Uploads the JAR and submits the job under the recorded id, then reports the id. Every step can be repeated: an upload is found by
/// the digest in its name, a submission by its id, a report by what the FlinkJob says.
/// </summary>
public sealed class BootstrapRun(BootstrapOptions options, BootstrapTarget target, TimeProvider clock, ILogger log)
{
    const int Tries = 5;

    // Well within the 30 s that Kubernetes leaves a pod.
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    /// <param name="jar">The JAR's path on this machine.</param>
    public async Task<BootstrapResult> Run(string jar, CancellationToken cancellation)
    {
        if (!File.Exists(jar)) return new BootstrapResult.FailedForGood($"jar-path: there is no file {options.JarPath} in the image");
        BootstrapResult result = new BootstrapResult.Failed("nothing was tried");
        for (var count = 1; count <= Tries; count++)
        {
            result = await Try(jar, cancellation);
            if (result is not BootstrapResult.Failed) return result;
            log.Warning("Try {Count} of {Tries}: {Message}", count, Tries, result.Message);
            if (count < Tries) await Task.Delay(TimeSpan.FromSeconds(count), clock, cancellation);
        }
        return result;
    }

    async Task<BootstrapResult> Try(string jar, CancellationToken cancellation)
    {
        var job = await target.Find(options, cancellation);
        if (job.Case is BootstrapResult early) return early;
        var (jobId, address) = ((string, Uri))job.Case;
        using var flink = new FlinkClient(address, new FlinkClientOptions { Clock = clock });
        if (await Knows(flink, jobId, cancellation)) return await Report(jobId, "Flink has the job already", cancellation);
        var uploaded = await Upload(flink, jar, cancellation);
        if (uploaded is not FlinkAnswer<string>.Ok jarId) return Failed("upload of the JAR", uploaded);
        cancellation.ThrowIfCancellationRequested();
        return await Submit(flink, jarId.Value, jobId, cancellation);
    }

    // Once Flink may have the request, only its answer tells whether there is a job, and nobody may think that this bootstrap has left
    // before: a process that is told to end awaits the answer and reports it.
    async Task<BootstrapResult> Submit(FlinkClient flink, string jarId, string jobId, CancellationToken cancellation)
    {
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var told = cancellation.Register(() => end.CancelAfter(Farewell));
        var answer = await flink.RunJarAsync(jarId, Request(jobId), end.Token);
        return answer switch
        {
            FlinkAnswer<string>.Ok => await Report(jobId, "Flink has accepted the job", end.Token),
            FlinkAnswer<string>.Refused { Error.Kind: FlinkErrorKind.DuplicateJob } => await Report(jobId, "Flink had the job already", end.Token),
            _ => Failed("submission", answer),
        };
    }

    RunRequest Request(string jobId) => new(jobId, options.ClassName, options.Parallelism)
    {
        Arguments = options.Arguments,
        SavepointPath = options.SavepointPath,
        AllowNonRestoredState = options.AllowNonRestoredState,
    };

    static async Task<bool> Knows(FlinkClient flink, string jobId, CancellationToken cancellation) =>
        await flink.JobsOverviewAsync(cancellation) is FlinkAnswer<IReadOnlyList<JobSummary>>.Ok jobs && jobs.Value.Any(job => job.Id == jobId);

    // The digest in the name makes an upload that was interrupted, or done by an earlier try, recognisable.
    async Task<FlinkAnswer<string>> Upload(FlinkClient flink, string jar, CancellationToken cancellation)
    {
        var name = await UniqueName(jar, cancellation);
        if (await flink.ListJarsAsync(cancellation) is FlinkAnswer<IReadOnlyList<UploadedJar>>.Ok jars
            && jars.Value.FirstOrDefault(item => item.Name == name) is { } known)
        {
            log.Information("The JAR {Name} was uploaded before", name);
            return new FlinkAnswer<string>.Ok(known.Id);
        }
        await using var content = File.OpenRead(jar);
        log.Information("Uploading {Name} ({Size} bytes)", name, content.Length);
        return await flink.UploadJarAsync(content, name, cancellation);
    }

    static async Task<string> UniqueName(string jar, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(jar);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation))[..12];
        return $"{Path.GetFileNameWithoutExtension(jar)}-{digest}.jar";
    }

    async Task<BootstrapResult> Report(string jobId, string message, CancellationToken cancellation)
    {
        var failure = await target.Report(options, jobId, cancellation);
        return failure is null ? new BootstrapResult.Submitted($"{message}: {jobId}") : failure;
    }

    static BootstrapResult Failed<T>(string what, FlinkAnswer<T> answer) => answer switch
    {
        FlinkAnswer<T>.Refused { Error.Kind: FlinkErrorKind.Transient or FlinkErrorKind.JarMissing or FlinkErrorKind.NoSlots } refused =>
            new BootstrapResult.Failed($"{what}: {refused.Error}"),
        FlinkAnswer<T>.Refused refused => new BootstrapResult.FailedForGood($"{what}: {refused.Error}"),
        FlinkAnswer<T>.NotFound notFound => new BootstrapResult.Failed($"{what}: {notFound.Reason}"),
        FlinkAnswer<T>.Unreachable unreachable => new BootstrapResult.Failed($"{what}: {unreachable.Reason}"),
        FlinkAnswer<T>.Ok => new BootstrapResult.Failed($"{what}: no answer"),
    };
}
