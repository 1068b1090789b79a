using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Fixtures;

static class Pods
{
    public static readonly PodObservation JobManager = Running("jobmanager-test-1", "10.0.0.1");

    public static PodObservation TaskManager(int number) => Running($"taskmanager-test-{number}", $"10.0.1.{number}");

    public static PodObservation Failed(this PodObservation pod) => pod with { Phase = PodPhase.Failed, IsReady = false };

    public static PodObservation Leaving(this PodObservation pod) => pod with { IsDeleting = true };

    public static PodObservation RestartedInPlace(this PodObservation pod) => pod with { Restarts = pod.Restarts + 1 };

    public static PodObservation InTrouble(this PodObservation pod, string trouble) =>
        pod with { Phase = PodPhase.Pending, IsReady = false, Address = "", Trouble = trouble };

    static PodObservation Running(string name, string address) =>
        new(name, $"uid-{name}", PodPhase.Running, IsReady: true, IsDeleting: false, Restarts: 0, address, "");
}
