using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Digests;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>Reads a FlinkCluster's spec with the documented defaults, and finds all that is wrong with it at once.</summary>
public static class ClusterSpecReading
{
    const int LowestPollingInterval = 5;
    const int HighestPollingInterval = 60;

    /// <param name="spec">The resource's <c>spec</c>; an absent one reads as empty.</param>
    public static Either<Seq<SpecError>, ClusterSpec> Read(JsonElement spec) => Read(spec, Option<string>.None);

    /// <summary>Reads the spec and checks the resource's name as well.</summary>
    public static Either<Seq<SpecError>, ClusterSpec> Read(JsonElement spec, Option<string> name)
    {
        var errors = new List<SpecError>();
        errors.AddRange(name.Bind(text => ResourceNames.Check("metadata.name", text)));
        var read = Read(new SpecSection(spec, "spec", errors));
        return errors.Count == 0 ? read : errors.ToSeq();
    }

    internal static ClusterSpec Read(SpecSection spec)
    {
        var runtime = spec.Section("runtime");
        var jobManager = spec.Section("jobManager");
        var taskManager = spec.Section("taskManager");
        var supervisor = spec.Section("supervisor");
        runtime.RequiredText("image", "Flink's image");
        supervisor.RequiredText("image", "the supervisor's image");
        var minimum = spec.Number("minTaskManagers", 0, 0);
        var maximum = spec.Number("maxTaskManagers", 32, 0);
        if (minimum > maximum) spec.Refuse("minTaskManagers", $"{minimum}", $"at most maxTaskManagers ({maximum}) is expected");
        return new ClusterSpec(
            spec.Number("taskManagers", 0, 0), minimum, maximum,
            taskManager.Number("taskSlots", 1, 1),
            jobManager.Choice("serviceMode", ServiceMode.ClusterIP),
            supervisor.Choice("rescalePolicy", RescalePolicy.JobParallelism),
            supervisor.Seconds("rescaleDelay", 60, 0),
            supervisor.Seconds("taskTimeout", 300, 0),
            TimeSpan.FromSeconds(Math.Clamp(supervisor.Number("pollingInterval", 5, 0), LowestPollingInterval, HighestPollingInterval)),
            supervisor.Number("replicas", 1, 0),
            StoragePathsReading.Common(jobManager, taskManager),
            SpecDigest.OfCluster(spec.Json));
    }
}
