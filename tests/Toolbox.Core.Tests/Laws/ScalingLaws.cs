using CsCheck;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Laws of the number of TaskManagers: the latest word wins, and then there is peace.</summary>
public class ScalingLaws
{
    static readonly Gen<ClusterSpec> Specs = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 4], Gen.Int[0, 10], Gen.Int[1, 4], Gen.Bool).Select(
        (declared, least, most, slots, follows) => Clusters.Spec with
        {
            TaskManagers = declared,
            MinTaskManagers = least,
            MaxTaskManagers = most,
            TaskSlots = slots,
            RescalePolicy = follows ? RescalePolicy.JobParallelism : RescalePolicy.None,
        });

    static readonly Gen<Seq<ClusterJob>> Jobs = Gen.Int[0, 9].Array[0, 3].Select(parallelisms =>
        toSeq(parallelisms.Select((value, index) => new ClusterJob($"test-{index}", SupervisorStatus.Started, value, true))).Strict());

    static readonly Gen<Option<ScalingMemory>> Memories = Gen.Select(Gen.Bool, Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 12]).Select(
        (known, declared, needed, target) => known ? Some(new ScalingMemory(declared, needed, target)) : None);

    [Fact]
    public void The_target_is_inside_the_limits_and_not_below_the_need_where_the_maximum_allows_it() => Gen.Select(Specs, Jobs, Memories).Sample(
        (spec, jobs, memory) =>
        {
            var target = ClusterScaling.Next(spec, jobs, memory).Target;
            return target <= spec.MaxTaskManagers && (target >= Math.Min(ClusterScaling.Needed(spec, jobs), spec.MaxTaskManagers));
        });

    // Our own write comes back as a declaration: it must not count as somebody's word.
    [Fact]
    public void Writing_the_target_does_not_change_it() => Gen.Select(Specs, Jobs, Memories).Sample(
        (spec, jobs, memory) =>
        {
            var first = ClusterScaling.Next(spec, jobs, memory);
            var second = ClusterScaling.Next(spec with { TaskManagers = first.Target }, jobs, first);
            var third = ClusterScaling.Next(spec with { TaskManagers = first.Target }, jobs, second);
            return second.Target == first.Target && third == second;
        });

    [Fact]
    public void A_number_that_somebody_declares_wins_over_an_unchanged_need() => Gen.Select(Specs, Jobs, Gen.Int[0, 12]).Sample(
        (spec, jobs, declared) =>
        {
            var before = ClusterScaling.Next(spec, jobs, None);
            if (declared == before.Declared || declared == before.Target) return true;
            var after = ClusterScaling.Next(spec with { TaskManagers = declared }, jobs, before);
            return after.Target == spec.Clamp(Math.Max(declared, ClusterScaling.Needed(spec, jobs)));
        });
}
