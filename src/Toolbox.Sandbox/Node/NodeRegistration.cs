using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.KubernetesApi.Models;

namespace Toolbox.Sandbox.Node;

/// <summary>Makes the node known to the API server and keeps its lease alive.</summary>
public sealed class NodeRegistration(KubernetesApiClient client, NodeOptions options)
{
    const string LeaseNamespace = "kube-node-lease";
    static readonly JsonTypeInfo<V1NodeStatus> StatusJson = (JsonTypeInfo<V1NodeStatus>)KubernetesModels.Options.GetTypeInfo(typeof(V1NodeStatus));

    DateTime Now => options.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Creates the Node object, or takes over the one that is there, and writes its status.</summary>
    /// <exception cref="SandboxException">The API server does not take it.</exception>
    public async Task RegisterAsync(int port, CancellationToken cancellation)
    {
        var node = new V1Node
        {
            Metadata = new V1ObjectMeta
            {
                Name = options.Name,
                Labels = new Dictionary<string, string>
                {
                    ["kubernetes.io/hostname"] = options.Name,
                    ["kubernetes.io/os"] = "linux",
                    ["beta.kubernetes.io/os"] = "linux",
                    ["node.kubernetes.io/sandbox"] = "true",
                },
            },
            Spec = new V1NodeSpec { ProviderID = "sandbox://" + options.Name },
        };
        var created = await client.Create(ResourceTypes.Nodes, null, node, cancellation: cancellation);
        if (created is not (Answer<V1Node>.Ok or Answer<V1Node>.AlreadyExists))
            throw new SandboxException($"the node {options.Name} cannot be registered at {client.Server}: {created.Describe()}");
        var written = await WriteStatusAsync(port, true, cancellation);
        if (written is not Answer<V1Node>.Ok)
            throw new SandboxException($"the status of node {options.Name} cannot be written at {client.Server}: {written.Describe()}");
    }

    /// <param name="ready">False: as the node lifecycle controller does for a node that fell silent.</param>
    public Task<Answer<V1Node>> WriteStatusAsync(int port, bool ready, CancellationToken cancellation)
    {
        var status = JsonSerializer.SerializeToNode(NodeDescription.Status(options, port, ready, Now), StatusJson);
        return client.MergePatch(
            ResourceTypes.Nodes, null, options.Name, new JsonObject { ["status"] = status },
            new WriteOptions { Subresource = "status", FieldManager = options.Name }, cancellation);
    }

    /// <summary>Renews the lease until cancelled; an API server without the lease's namespace gets none.</summary>
    public async Task KeepLeaseAsync(TimeSpan interval, CancellationToken cancellation)
    {
        while (await RenewAsync(interval, cancellation))
            await Task.Delay(interval, options.Clock, cancellation);
    }

    async Task<bool> RenewAsync(TimeSpan interval, CancellationToken cancellation)
    {
        var patch = new JsonObject { ["spec"] = new JsonObject { ["renewTime"] = Now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"), ["holderIdentity"] = options.Name } };
        var renewed = await client.MergePatch(ResourceTypes.Leases, LeaseNamespace, options.Name, patch, cancellation: cancellation);
        if (renewed is not Answer<V1Lease>.NotFound)
            return true;
        var created = await client.Create(ResourceTypes.Leases, LeaseNamespace, new V1Lease
        {
            Metadata = new V1ObjectMeta { Name = options.Name, NamespaceProperty = LeaseNamespace },
            Spec = new V1LeaseSpec { HolderIdentity = options.Name, LeaseDurationSeconds = (int)(4 * interval.TotalSeconds), RenewTime = Now },
        }, cancellation: cancellation);
        return created is not Answer<V1Lease>.NotFound;
    }
}
