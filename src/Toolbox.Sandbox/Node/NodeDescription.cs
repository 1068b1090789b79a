using System.Globalization;
using System.Runtime.InteropServices;
using k8s.Models;

namespace Toolbox.Sandbox.Node;

/// <summary>What the node says about itself in its Node object.</summary>
public static class NodeDescription
{
    /// <summary>The machine's processors and memory, and room for as many pods as a kubelet allows.</summary>
    public static Dictionary<string, ResourceQuantity> Capacity() => new()
    {
        ["cpu"] = new ResourceQuantity(Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        ["memory"] = new ResourceQuantity((GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024).ToString(CultureInfo.InvariantCulture) + "Ki"),
        ["ephemeral-storage"] = new ResourceQuantity("100Gi"),
        ["pods"] = new ResourceQuantity("110"),
    };

    /// <param name="ready">False: what the node lifecycle controller writes when a node has fallen silent.</param>
    public static V1NodeStatus Status(NodeOptions options, int port, bool ready, DateTime now) => new()
    {
        Addresses =
        [
            new V1NodeAddress { Type = "InternalIP", Address = options.HostAddress.ToString() },
            new V1NodeAddress { Type = "Hostname", Address = options.Name },
        ],
        Capacity = Capacity(),
        Allocatable = Capacity(),
        Conditions =
        [
            Condition("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available", ready, now),
            Condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure", ready, now),
            Condition("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available", ready, now),
            Condition("Ready", "True", "KubeletReady", "kubelet is posting ready status", ready, now),
        ],
        DaemonEndpoints = new V1NodeDaemonEndpoints { KubeletEndpoint = new V1DaemonEndpoint { Port = port } },
        NodeInfo = new V1NodeSystemInfo
        {
            Architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant() is "x64" ? "amd64" : RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            OperatingSystem = "linux",
            OsImage = RuntimeInformation.OSDescription,
            KernelVersion = Environment.OSVersion.Version.ToString(),
            ContainerRuntimeVersion = "sandbox://2",
            KubeletVersion = "v1.36.2-sandbox",
            KubeProxyVersion = "",
            MachineID = options.Name,
            SystemUUID = options.Name,
            BootID = Guid.NewGuid().ToString(),
        },
    };

    static V1NodeCondition Condition(string type, string status, string reason, string message, bool ready, DateTime now) => new()
    {
        Type = type,
        Status = ready ? status : "Unknown",
        Reason = ready ? reason : "NodeStatusUnknown",
        Message = ready ? message : "Kubelet stopped posting node status.",
        LastHeartbeatTime = now,
        LastTransitionTime = now,
    };
}
