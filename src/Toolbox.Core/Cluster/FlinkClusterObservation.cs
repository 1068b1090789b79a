using LanguageExt;

namespace Toolbox.Core.Cluster;

/// <summary>What Flink's overview and TaskManager list say about a cluster.</summary>
/// <param name="IdleAddresses">Addresses of the TaskManagers whose slots are all free.</param>
public sealed record FlinkClusterObservation(string Version, int SlotsTotal, int SlotsAvailable, Seq<string> IdleAddresses);
