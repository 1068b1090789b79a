using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Deployment;

/// <summary>A FlinkCluster or FlinkJob of a deployment.</summary>
/// <param name="SpecDigest">Digest of its whole spec without the number that others may write too (<see cref="DeploymentJob.SpecDigest"/>).</param>
/// <param name="OwnerUid">Uid of the FlinkDeployment that it belongs to; empty for one created by itself.</param>
/// <param name="AppliedNumber">
/// The number that the deployment declared when it was written last, kept on the child itself: so an edit is told from the writes of
/// others, and none is lost between two writes.
/// </param>
/// <param name="IsReady">Its own condition Ready holds for its current generation.</param>
/// <param name="Trouble">The message of its condition Stalled, or empty.</param>
public sealed record ChildObservation(
    string Name, string Uid, bool IsDeleting, string SpecDigest, string OwnerUid, Option<int> AppliedNumber, ResourceStatus ResourceStatus,
    bool IsReady, string Trouble);
