namespace Toolbox.Sandbox.Node.Containers;

/// <summary>A file or folder of this machine that a container sees at an absolute path.</summary>
public sealed record Mount(string Path, string Target, bool ReadOnly);
