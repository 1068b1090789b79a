using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>
/// The pod of a JobManager. The kubelet restarts a JobManager whose REST API hangs (liveness) and gives a slow one five minutes to
/// come up (startup), so that a small CPU limit does not end in a loop of restarts.
/// </summary>
public static class JobManagerPod
{
    public static Either<ManifestError, V1Pod> Render(FlinkPodIdentity identity, FlinkClusterSpec spec) =>
        from jobManager in Required.Part(spec.JobManager, "spec.jobManager")
        from pod in FlinkPod.Render(identity, spec, new FlinkPodRole(ObjectRole.JobManager, jobManager)
        {
            Ports = FlinkPorts.Of(FlinkPorts.JobManager),
            StartupProbe = Overview(initialDelay: null, period: 5, failures: 60),
            LivenessProbe = Overview(initialDelay: 15, period: 30, failures: 3),
            ReadinessProbe = Overview(initialDelay: null, period: 10, failures: 3)
        })
        select pod;

    static V1Probe Overview(int? initialDelay, int period, int failures) => new()
    {
        HttpGet = new V1HTTPGetAction { Path = "/overview", Port = FlinkPorts.Rest },
        InitialDelaySeconds = initialDelay,
        PeriodSeconds = period,
        TimeoutSeconds = 5,
        FailureThreshold = failures,
        SuccessThreshold = 1
    };
}
