using k8s.Models;

namespace Toolbox.Manifests;

/// <summary>
/// The security context of our own containers: what the user set is kept, the rest is as strict as the Pod Security Standard
/// "restricted" asks for. Flink's containers are the user's and keep theirs.
/// </summary>
static class SecureContainer
{
    public static V1SecurityContext Complete(V1SecurityContext? given) => new()
    {
        AllowPrivilegeEscalation = given?.AllowPrivilegeEscalation ?? (NeedsEscalation(given) ? null : false),
        AppArmorProfile = given?.AppArmorProfile,
        Capabilities = Capabilities(given),
        Privileged = given?.Privileged,
        ProcMount = given?.ProcMount,
        ReadOnlyRootFilesystem = given?.ReadOnlyRootFilesystem ?? true,
        RunAsGroup = given?.RunAsGroup,
        // The kubelet refuses to start a container that must not be root and is told to run as user 0.
        RunAsNonRoot = given?.RunAsNonRoot ?? (given?.RunAsUser == 0 ? null : true),
        RunAsUser = given?.RunAsUser,
        SeLinuxOptions = given?.SeLinuxOptions,
        SeccompProfile = given?.SeccompProfile ?? new V1SeccompProfile { Type = "RuntimeDefault" },
        WindowsOptions = given?.WindowsOptions
    };

    // The API server refuses these together with allowPrivilegeEscalation: false.
    static bool NeedsEscalation(V1SecurityContext? given) =>
        given?.Privileged == true || (given?.Capabilities?.Add ?? []).Any(name => name is "SYS_ADMIN" or "CAP_SYS_ADMIN");

    static V1Capabilities? Capabilities(V1SecurityContext? given) =>
        given?.Privileged == true
            ? given.Capabilities
            : new V1Capabilities { Add = given?.Capabilities?.Add, Drop = given?.Capabilities?.Drop ?? ["ALL"] };
}
