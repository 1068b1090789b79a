namespace Toolbox.Manifests.CustomResources;

/// <summary>Values of <c>pullPolicy</c>, the same as <c>imagePullPolicy</c> of a container.</summary>
public static class PullPolicies
{
    public const string Never = "Never";

    public const string Always = "Always";

    public const string IfNotPresent = "IfNotPresent";
}
