using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Digests;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>Reads a FlinkJob's spec with the documented defaults, and finds all that is wrong with it at once.</summary>
public static class JobSpecReading
{
    /// <param name="spec">The resource's <c>spec</c>; an absent one reads as empty.</param>
    public static Either<Seq<SpecError>, JobSpec> Read(JsonElement spec)
    {
        var errors = new List<SpecError>();
        var read = Read(new SpecSection(spec, "spec", errors));
        return errors.Count == 0 ? read : errors.ToSeq();
    }

    internal static JobSpec Read(SpecSection spec)
    {
        var bootstrap = spec.Section("bootstrap");
        var savepoint = spec.Section("savepoint");
        var restart = spec.Section("restart");
        bootstrap.RequiredText("image", "the image with the JAR");
        bootstrap.RequiredText("className", "the main class");
        bootstrap.RequiredText("jarPath", "the JAR's path in the image");
        var minimum = spec.Number("minJobParallelism", 0, 0);
        var maximum = spec.Number("maxJobParallelism", 32, 0);
        if (minimum > maximum) spec.Refuse("minJobParallelism", $"{minimum}", $"at most maxJobParallelism ({maximum}) is expected");
        return new JobSpec(
            spec.Number("jobParallelism", 0, 0), minimum, maximum,
            savepoint.Choice("savepointMode", SavepointMode.Automatic),
            savepoint.Text("savepointPath"),
            // Zero and less switch periodic savepoints off.
            savepoint.Seconds("savepointInterval", 3600, int.MinValue),
            savepoint.Text("savepointTargetPath"),
            savepoint.Flag("savepointOnDeletion"),
            restart.Choice("restartPolicy", RestartPolicy.Never),
            restart.Seconds("restartDelay", 60, 0),
            restart.Seconds("restartTimeout", 180, 0),
            SpecDigest.OfJob(spec.Json));
    }
}
