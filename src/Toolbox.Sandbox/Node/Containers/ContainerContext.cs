using System.Collections.Immutable;
using System.Net;
using k8s.Models;
using Toolbox.Sandbox.Node.Logs;

namespace Toolbox.Sandbox.Node.Containers;

/// <summary>Everything that one run of a container needs.</summary>
/// <param name="Address">The address of its pod.</param>
/// <param name="Arguments">Command and arguments with their variables replaced; empty when the image's own entry point runs.</param>
/// <param name="HasCommand">The pod names a command, which replaces the image's entry point.</param>
/// <param name="Folder">The folder of this container in the node's data.</param>
/// <param name="Root">The folder that stands for the container's root.</param>
public sealed record ContainerContext(
    V1Pod Pod,
    V1Container Container,
    IPAddress Address,
    ImmutableArray<string> Arguments,
    bool HasCommand,
    ImmutableDictionary<string, string> Variables,
    ImmutableArray<Mount> Mounts,
    string Folder,
    string Root,
    ContainerLog Log)
{
    public string Namespace => Pod.Metadata.NamespaceProperty;
}
