namespace Toolbox.Sandbox.Node.Pods;

/// <summary>Whether a container that ended is started again, by the pod's <c>restartPolicy</c>.</summary>
public static class RestartPolicy
{
    public static bool Restarts(string? policy, ContainerState.Terminated end) => policy switch
    {
        "Never" => false,
        "OnFailure" => end.ExitCode != 0,
        _ => true,
    };

    /// <summary>An init container runs until it succeeds, unless the policy is Never.</summary>
    public static bool RestartsInit(string? policy, ContainerState.Terminated end) => end.ExitCode != 0 && policy != "Never";
}
