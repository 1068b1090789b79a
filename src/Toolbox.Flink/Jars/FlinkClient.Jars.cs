using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Flink.Transport;

namespace Toolbox.Flink;

public sealed partial class FlinkClient
{
    /// <summary>
    /// Uploads a JAR in constant memory and gives its id. The name must end in `.jar`. It is given up only when Flink takes nothing for
    /// <see cref="FlinkClientOptions.UploadSilence"/>. Not idempotent: each call stores another copy.
    /// </summary>
    public async Task<FlinkAnswer<string>> UploadJarAsync(Stream jar, string name, CancellationToken cancellationToken = default)
    {
        using var deadline = new Deadline(options.UploadSilence, options.Clock);
        using var content = JarContent.Create(new ProgressStream(jar, deadline.Renew), name);
        var answer = await transport.SendAsync(HttpMethod.Post, "jars/upload", content, deadline, FlinkJson.Default.UploadWire, cancellationToken).ConfigureAwait(false);
        return answer.Then<string>(wire => wire.FileName?.Split('/', '\\')[^1] is { Length: > 0 } id
            ? new FlinkAnswer<string>.Ok(id)
            : new FlinkAnswer<string>.Unreachable("POST jars/upload: the answer names no file."));
    }

    /// <summary>JARs of the JobManager process, newest first.</summary>
    public async Task<FlinkAnswer<IReadOnlyList<UploadedJar>>> ListJarsAsync(CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync("jars", FlinkJson.Default.JarsWire, cancellationToken).ConfigureAwait(false);
        return answer.Map<IReadOnlyList<UploadedJar>>(wire => [.. Present(wire.Files).OrderByDescending(jar => jar.Uploaded)]);
    }

    /// <summary>Deletes an uploaded JAR; one that is not there is <see cref="FlinkAnswer{T}.NotFound"/>.</summary>
    public async Task<FlinkAnswer<bool>> DeleteJarAsync(string id, CancellationToken cancellationToken = default)
    {
        var answer = await transport.SendAsync(
            HttpMethod.Delete, $"jars/{Uri.EscapeDataString(id)}", null, options.CallTimeout, FlinkJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
        return answer is FlinkAnswer<JsonElement>.Refused(400, var error) && error.FirstLine.Contains(" does not exist in ", StringComparison.Ordinal)
            ? new FlinkAnswer<bool>.NotFound(error.FirstLine)
            : answer.Map(_ => true);
    }

    /// <summary>
    /// Submits a job and gives its id. Accepted does not mean that it runs or has restored its state. A refusal with
    /// <see cref="FlinkErrorKind.DuplicateJob"/> means that this submission was accepted before. Unreachable leaves the outcome open:
    /// look for the job before the next try.
    /// </summary>
    public async Task<FlinkAnswer<string>> RunJarAsync(string jarId, RunRequest request, CancellationToken cancellationToken = default)
    {
        var versionAnswer = await VersionAsync(cancellationToken).ConfigureAwait(false);
        if (versionAnswer is not FlinkAnswer<FlinkVersion>.Ok(var flinkVersion)) return versionAnswer.Map(_ => "");
        var answer = await transport.PostAsync(
            $"jars/{Uri.EscapeDataString(jarId)}/run", Body(request, flinkVersion), options.RunTimeout, FlinkJson.Default.RunWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(wire => wire.JobId ?? request.JobId);
    }

    static JsonObject Body(RunRequest request, FlinkVersion version)
    {
        var body = new JsonObject
        {
            ["jobId"] = request.JobId,
            ["parallelism"] = request.Parallelism,
            ["programArgsList"] = new JsonArray([.. request.Arguments.Select(argument => (JsonNode)argument)]),
            ["allowNonRestoredState"] = request.AllowNonRestoredState,
        };
        if (!string.IsNullOrEmpty(request.EntryClass)) body["entryClass"] = request.EntryClass;
        // An empty path is not the same as none: some versions fail on it.
        if (string.IsNullOrEmpty(request.SavepointPath)) return body;
        body["savepointPath"] = request.SavepointPath;
        if (request.ClaimMode is { } mode && version.ClaimModeField is { } field)
            body[field] = mode switch { ClaimMode.Claim => "CLAIM", _ => "NO_CLAIM" };
        return body;
    }
}
