using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;

namespace Toolbox.Core.Digests;

/// <summary>
/// Digests of the parts of a spec: Base64 of the MD5 of the part's canonical JSON, the same that the first toolbox wrote into
/// statuses and annotations, so that taking over a running cluster restarts nothing. A part that is absent has the empty digest.
/// Fields that a part does not declare do not count.
/// </summary>
public static class SpecDigest
{
    static readonly string[] PodFields =
    [
        "environment", "environmentFrom", "serviceAccount", "volumes", "volumeMounts", "annotations", "extraPorts", "initContainers",
        "sideContainers", "resources", "securityContext", "command", "args", "affinity", "tolerations", "topologySpreadConstraints",
    ];

    static readonly string[] RuntimeFields = ["pullSecrets", "pullPolicy", "image"];
    static readonly string[] JobManagerFields = ["serviceMode", .. PodFields];
    static readonly string[] TaskManagerFields = ["taskSlots", .. PodFields];

    static readonly string[] SupervisorFields =
    [
        "pullSecrets", "pullPolicy", "image", "serviceAccount", "pollingInterval", "taskTimeout", "maxTaskManagers", "resources",
        "rescaleDelay", "rescalePolicy", "replicas", "securityContext",
    ];

    static readonly string[] BootstrapFields =
        ["pullSecrets", "pullPolicy", "image", "className", "jarPath", "arguments", "serviceAccount", "resources", "securityContext"];

    static readonly string[] SavepointFields = ["savepointMode", "savepointPath", "savepointInterval", "savepointTargetPath"];
    static readonly string[] RestartFields = ["restartPolicy", "restartDelay", "restartTimeout"];

    /// <summary>The digests of a FlinkCluster's <c>spec</c>.</summary>
    public static ClusterDigest OfCluster(JsonElement spec) => new(
        Part(spec, "runtime", RuntimeFields),
        Part(spec, "jobManager", JobManagerFields),
        Part(spec, "taskManager", TaskManagerFields),
        Part(spec, "supervisor", SupervisorFields));

    /// <summary>The digests of a FlinkJob's <c>spec</c>.</summary>
    public static JobDigest OfJob(JsonElement spec) => new(
        Part(spec, "bootstrap", BootstrapFields),
        Part(spec, "savepoint", SavepointFields),
        Part(spec, "restart", RestartFields));

    /// <summary>The digest of everything in <paramref name="spec"/> except the named top-level fields, whatever the fields are.</summary>
    public static string Whole(JsonElement spec, params string[] without) =>
        spec.ValueKind == JsonValueKind.Object ? Hash(CanonicalJson.Whole(spec, without)) : "";

    static string Part(JsonElement spec, string part, string[] fields) =>
        spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty(part, out var section) && section.ValueKind == JsonValueKind.Object
            ? Hash(CanonicalJson.Of(section, fields))
            : "";

    // MD5 because the digests of running clusters were made with it; nothing secret depends on it.
    static string Hash(string json) => Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(json)));
}
