namespace Toolbox.Manifests.Tests.Charts;

/// <summary>What one process needs for one thing that it does.</summary>
/// <param name="Account">The process, by its service account.</param>
/// <param name="Cause">A case of <see cref="Core.Commands.Command.Kubernetes"/>, or words for what is no command.</param>
sealed record RightsUse(string Account, string Cause, IReadOnlyList<Right> Rights);
