namespace Toolbox.Cli.Client.Waiting;

/// <summary>What has to be seen in the status of a resource before a command counts as done.</summary>
/// <param name="Holds">Looks at the status before the command and at the one now.</param>
/// <param name="IsRequest">
/// True for what is asked for by annotation: the status always changes when the request is taken over, so an unchanged one means that
/// nobody has looked yet. An edit of the spec may be none at all, and then nothing changes.
/// </param>
/// <param name="EndsWithResource">True when the resource shall be gone.</param>
sealed record Goal(Func<ResourceStatus, ResourceStatus, bool> Holds, bool IsRequest, bool EndsWithResource = false)
{
    public static Goal AsDeclared { get; } = new((_, now) => now.IsSettled, IsRequest: false);

    public static Goal Started { get; } = new((_, now) => now is { State: "Started", IsSettled: true } || now.HasFinished, IsRequest: true);

    public static Goal Stopped { get; } = new((_, now) => now.State == "Stopped", IsRequest: true);

    public static Goal Gone { get; } = new((_, _) => false, IsRequest: false, EndsWithResource: true);

    public static Goal NewSavepoint { get; } = new((before, now) => now.SavepointPath.Length > 0 && now.SavepointPath != before.SavepointPath, IsRequest: true);

    public static Goal NoSavepoint { get; } = new((_, now) => now.SavepointPath.Length == 0, IsRequest: true);
}
