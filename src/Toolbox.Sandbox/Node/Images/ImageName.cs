namespace Toolbox.Sandbox.Node.Images;

/// <summary>The parts of an image's name that the node looks at, as in <c>registry.example/group/flink:1.20.5@sha256:...</c>.</summary>
/// <param name="Repository">With registry and groups, without tag and digest.</param>
/// <param name="Tag"><c>latest</c> when there is none.</param>
public sealed record ImageName(string Repository, string Tag)
{
    /// <summary>The last part of the repository.</summary>
    public string Name => Repository[(Repository.LastIndexOf('/') + 1)..];

    public static ImageName Parse(string text)
    {
        var withoutDigest = text.Split('@', 2)[0];
        // A colon before the last slash belongs to the registry's port.
        var colon = withoutDigest.LastIndexOf(':');
        return colon > withoutDigest.LastIndexOf('/')
            ? new ImageName(withoutDigest[..colon], withoutDigest[(colon + 1)..])
            : new ImageName(withoutDigest, "latest");
    }
}
