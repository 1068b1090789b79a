using LanguageExt;

namespace Toolbox.Core.Cluster;

/// <summary>How many TaskManagers a cluster shall have: the latest word wins, never below the jobs' need, always inside the limits.</summary>
public static class ClusterScaling
{
    /// <summary>The TaskManagers that the jobs need: slots divided by slots per TaskManager, rounded up.</summary>
    public static int Needed(ClusterSpec spec, Seq<ClusterJob> jobs) =>
        spec.RescalePolicy == RescalePolicy.None ? 0 : (jobs.Sum(job => job.Slots) + spec.TaskSlots - 1) / spec.TaskSlots;

    /// <summary>
    /// Compares what is declared and needed now with what the last decision saw: whichever of the two changed since has the last word.
    /// Without memory the jobs decide where the policy lets them, else the spec.
    /// </summary>
    public static ScalingMemory Next(ClusterSpec spec, Seq<ClusterJob> jobs, Option<ScalingMemory> memory)
    {
        var needed = Needed(spec, jobs);
        var jobsDecide = spec.RescalePolicy == RescalePolicy.JobParallelism && !jobs.IsEmpty;
        var target = memory.Match(
            last => Changed(spec.TaskManagers, needed, last, jobsDecide),
            () => jobsDecide ? needed : spec.TaskManagers);
        return new ScalingMemory(spec.TaskManagers, needed, spec.Clamp(Math.Max(target, needed)));
    }

    // Once our own write has landed the declared number equals the last target, and neither of the two was somebody else's word.
    static int Changed(int declared, int needed, ScalingMemory last, bool jobsDecide)
    {
        var somebodyDeclared = declared != last.Declared && declared != last.Target;
        if (somebodyDeclared) return declared;
        return jobsDecide && needed != last.Needed ? needed : last.Target;
    }
}
