namespace Toolbox.Core.Cluster;

/// <summary>How the living TaskManager pods compare to the wanted number; a pod that ended or is being deleted does not live.</summary>
public enum TaskManagerFact { Enough, Missing, SomeEnded, SurplusIdle, SurplusBusy }
