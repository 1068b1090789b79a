using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>Finds where a pod mounts storage that outlives it.</summary>
static class StoragePathsReading
{
    // Volumes that live and die with the pod, or that cannot be written to.
    static readonly string[] Ephemeral = ["configMap", "downwardAPI", "emptyDir", "ephemeral", "gitRepo", "image", "projected", "secret"];

    /// <summary>The paths that both pods mount: a savepoint is written by TaskManagers and read by any JobManager.</summary>
    public static Seq<string> Common(SpecSection jobManager, SpecSection taskManager)
    {
        var theirs = Durable(taskManager).ToHashSet();
        return Durable(jobManager).Where(theirs.Contains).Distinct().ToSeq().Strict();
    }

    static IEnumerable<string> Durable(SpecSection pod)
    {
        var volumes = pod.Items("volumes").Where(OutlivesPod).Select(volume => volume.Text("name")).ToHashSet();
        return pod.Items("volumeMounts")
            .Where(mount => volumes.Contains(mount.Text("name")))
            .Select(mount => mount.Text("mountPath").TrimEnd('/'))
            .Where(path => path.Length > 0);
    }

    static bool OutlivesPod(SpecSection volume) =>
        volume.Json.ValueKind == JsonValueKind.Object
        && volume.Json.EnumerateObject().Any(field =>
            field.Name != "name" && field.Value.ValueKind == JsonValueKind.Object && !Ephemeral.Contains(field.Name));
}
