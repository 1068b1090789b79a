using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Doctor;

/// <summary>Who leads by a lease, and whether the leader is alive.</summary>
/// <param name="Holder">Empty when nobody leads.</param>
/// <param name="IsFresh">Whether it was renewed within its duration.</param>
/// <param name="Hindrance">Why nothing is known; null when something is.</param>
sealed record LeaseReading(string Holder, bool IsFresh, string? Hindrance)
{
    static readonly ResourceType<JsonObject> Type = ResourceTypes.Json("coordination.k8s.io", "v1", "leases", "Lease");

    public static async Task<LeaseReading> Read(Patient patient, string name, CancellationToken cancellation)
    {
        var answer = await patient.Client.Get(Type, patient.Namespace, name, cancellation);
        if (answer is Answer<JsonObject>.NotFound) return new LeaseReading("", false, null);
        if (!answer.IsOk(out var lease)) return new LeaseReading("", false, answer.Describe());
        var end = lease.Time("spec", "renewTime") + TimeSpan.FromSeconds(lease.Number("spec", "leaseDurationSeconds"));
        return new LeaseReading(lease.Text("spec", "holderIdentity"), end >= patient.Now, null);
    }

    public string Describe() => Hindrance ?? (Holder.Length == 0 ? "nobody leads" : IsFresh ? $"{Holder} leads" : $"{Holder} led, but has not renewed its lease");
}
