using Toolbox.Core.Resources;

namespace Toolbox.Core.Supervision;

/// <summary>The Deployment of a cluster's supervisor.</summary>
/// <param name="Digest">The digest of <c>spec.supervisor</c> that it was rendered from.</param>
/// <param name="Replicas">The declared replicas.</param>
public sealed record SupervisorObservation(Presence Presence, string Digest, int Replicas, int AvailableReplicas)
{
    public static readonly SupervisorObservation Absent = new(Presence.Absent, "", 0, 0);
}
