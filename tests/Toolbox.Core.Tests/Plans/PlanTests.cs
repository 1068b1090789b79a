using System.Text.Json.Nodes;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Plans;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Tests.Plans;

/// <summary>What reviewers of typical changes are told, word for word.</summary>
public class PlanTests
{
    [Fact]
    public void Nothing_changes() => Agreed(_ => { }, "nothing");

    [Fact]
    public void Another_image_restarts_the_cluster_and_its_jobs() => Agreed(spec => spec["cluster"]!["runtime"]!["image"] = "flink:2.3.0", "image");

    [Fact]
    public void Another_parallelism_restarts_the_job_and_needs_more_TaskManagers() => Agreed(spec => spec.Job(0)["jobParallelism"] = 4, "parallelism");

    [Fact]
    public void Another_class_restarts_its_job_alone() => Agreed(spec => spec.Job(1)["bootstrap"]!["className"] = "OtherReport", "class_name");

    [Fact]
    public void A_job_more() => Agreed(
        spec => { var job = spec["jobs"]![0]!.DeepClone(); job["name"] = "returns"; spec["jobs"]!.AsArray().Add(job); }, "new_job");

    [Fact]
    public void A_job_less() => Agreed(spec => spec["jobs"]!.AsArray().RemoveAt(0), "removed_job");

    [Fact]
    public void A_change_of_the_supervisor_restarts_no_Flink() => Agreed(spec => spec["cluster"]!["supervisor"]!["image"] = "flinkctl:3", "supervisor");

    [Fact]
    public void A_spec_that_cannot_be_read() => Agreed(spec => { spec.Job(0)["minJobParallelism"] = 5; spec.Job(0)["maxJobParallelism"] = 3; }, "invalid_spec");

    [Fact]
    public void Everything_is_new() =>
        Agreed(Planning.Of(SomeNamespace.Nothing(), Seq1(SomeNamespace.Applied(SomeNamespace.Nothing(), SomeNamespace.Spec()))), "everything_new");

    [Fact]
    public void A_number_that_was_scaled_since_stays_when_something_else_changes()
    {
        var live = SomeNamespace.AtRest().WithParallelism("shop-report", 3);
        var spec = SomeNamespace.Spec();
        spec.Job(1)["restart"]!["restartDelay"] = 5;
        Agreed(Planning.Of(live, Seq1(SomeNamespace.Applied(live, spec))), "overridden_number");
    }

    [Fact]
    public void A_request_that_is_refused()
    {
        var live = SomeNamespace.AtRest();
        Agreed(Planning.Of(live, Seq1(SomeNamespace.Asked(live, "shop-orders", "PAUSE"))), "refused_request");
    }

    [Fact]
    public void A_request_to_stop()
    {
        var live = SomeNamespace.AtRest();
        Agreed(Planning.Of(live, Seq1(SomeNamespace.Asked(live, "shop-orders", "STOP"))), "requested_stop");
    }

    [Fact]
    public void What_would_happen_anyway_is_no_part_of_the_plan()
    {
        var live = SomeNamespace.AtRest();
        var underWay = live.With(live.Jobs["shop-report"] with { Spec = ModelChildren.Scaled(live.Jobs["shop-report"].Spec, "jobParallelism", 2) });
        var plan = Planning.Of(underWay, Seq1(SomeNamespace.Applied(underWay, SomeNamespace.Spec())));
        Assert.True(plan.Jobs.IsEmpty);
        Assert.Contains(plan.Notes, note => note.Contains("FlinkJob shop-report anyway", StringComparison.Ordinal));
    }

    static void Agreed(Action<JsonObject> change, string name)
    {
        var (live, spec) = (SomeNamespace.AtRest(), SomeNamespace.Spec());
        change(spec);
        Agreed(Planning.Of(live, Seq1(SomeNamespace.Applied(live, spec))), name);
    }

    static void Agreed(Plan plan, string name) => Golden.Match(PlanText.Of(plan), $"Plans_{name}");
}
