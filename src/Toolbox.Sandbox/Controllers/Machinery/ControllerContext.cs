using Serilog;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>What every controller works with.</summary>
sealed record ControllerContext(KubernetesApiClient Client, ControllerManagerOptions Options, ClusterCaches Caches, EventRecorder Events)
{
    /// <summary>The field manager of all writes, as the real controllers name themselves.</summary>
    public static readonly WriteOptions Manager = new() { FieldManager = "kube-controller-manager" };

    public TimeProvider Time => Options.Time;

    public ILogger Log => Options.Log;

    /// <summary>The time as Kubernetes writes it.</summary>
    public string Now => Times.Text(Time.GetUtcNow());
}
