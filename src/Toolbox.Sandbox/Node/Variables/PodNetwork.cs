namespace Toolbox.Sandbox.Node.Variables;

/// <summary>The addresses that a pod knows: its own and that of its node.</summary>
public sealed record PodNetwork(string PodAddress, string HostAddress);
