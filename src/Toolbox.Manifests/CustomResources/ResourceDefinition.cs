namespace Toolbox.Manifests.CustomResources;

/// <summary>Group and version that all custom resources of the toolbox share.</summary>
public static class ResourceDefinition
{
    public const string Group = "nextbreakpoint.com";

    public const string Version = "v1";

    public const string ApiVersion = Group + "/" + Version;
}
