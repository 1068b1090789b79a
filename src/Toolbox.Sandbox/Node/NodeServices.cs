using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Addresses;
using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Events;
using Toolbox.Sandbox.Node.Flink;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Node;

/// <summary>What all pods of a node share.</summary>
public sealed record NodeServices(
    KubernetesApiClient Client,
    NodeOptions Options,
    NodeFolders Folders,
    AddressPool Addresses,
    ImageCatalogue Images,
    ContainerStarter Starter,
    NodeEvents Events,
    ClusterNames Names)
{
    public DateTime Now => Options.Clock.GetUtcNow().UtcDateTime;
}
