namespace Toolbox.Sandbox.Node.Volumes;

/// <summary>One file of a volume.</summary>
/// <param name="Path">Relative to the volume's folder.</param>
/// <param name="Mode">Permission bits, decimal 420 = 0644.</param>
public sealed record VolumeFile(string Path, byte[] Content, int Mode);
