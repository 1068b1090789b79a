namespace Toolbox.Sandbox.SimulatedFlink.Model;

sealed record UploadedJar(string Id, string Name, string File, long UploadedAt);
