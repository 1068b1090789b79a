using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Weaknesses;

public class RestartStormTests
{
    static readonly TimeSpan Moments = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_job_that_fails_at_once_is_started_again_less_and_less_often()
    {
        var job = Jobs.AStartedJob();
        var delays = new List<double>();
        for (var run = 0; run < 8; run++)
        {
            job = Failed(job, job.Now + Moments);
            var (started, delay) = StartedAgain(job);
            delays.Add(Math.Floor(delay.TotalSeconds));
            job = Running(started);
        }
        Assert.Equal([30, 60, 120, 240, 480, 600, 600, 600], delays);
    }

    [Fact]
    public void A_run_that_lasts_makes_the_next_restart_quick_again()
    {
        var job = Jobs.AStartedJob();
        for (var run = 0; run < 4; run++) job = Running(StartedAgain(Failed(job, job.Now + Moments)).Job);
        Assert.Equal(4, job.Status.FailedRuns);
        job = Decided(job with { Now = job.Now + TimeSpan.FromMinutes(11) });
        Assert.Equal((0, true), (job.Status.FailedRuns, job.Status.RunningSince.IsNone));
        Assert.Equal(30, Math.Floor(StartedAgain(Failed(job, job.Now + Moments)).Delay.TotalSeconds));
    }

    [Fact]
    public void The_wait_says_how_often_the_job_failed_and_when_it_starts_again_and_says_it_once()
    {
        var job = Failed(Jobs.AStartedJob().But(status => status with { FailedRuns = 2 }), Moment.Now, "IOException: disk full");
        for (var look = 0; look < 3; look++) job = Decided(job);
        var stalled = job.Status.Conditions.Find(condition => condition.Type == "Stalled").Case as Condition;
        Assert.Equal("the job has failed: IOException: disk full; it starts again at 2026-01-01T12:02:00Z (failed 3 times in a row)", stalled?.Message);
        Assert.Equal(stalled?.Message, job.Status.Decision.Map(last => last.Message).IfNone(""));
    }

    [Fact]
    public void A_requested_start_and_another_bootstrap_forget_earlier_failures()
    {
        var failed = Failed(Jobs.AStartedJob().But(status => status with { FailedRuns = 5 }), Moment.Now);
        Assert.Equal(6, failed.Status.FailedRuns);
        Assert.Equal(("StartWhenRequested", 0), Started(failed.WithRecorded(RequestedAction.Start)));
        Assert.Equal(("RestartWithChangedBootstrap", 0), Started(failed.WithChangedBootstrap()));
    }

    [Fact]
    public void Writes_of_the_status_do_not_prolong_the_delay()
    {
        var job = Decided(Failed(Jobs.AStartedJob(), Moment.Now));
        var due = JobDecide.Decide(job).WakeAt;
        job = Decided(job.Asked("TRIGGER_SAVEPOINT") with { Now = Moment.Now + TimeSpan.FromSeconds(20) });
        job = Decided(job with { Annotation = new RequestAnnotation.Nothing() });
        Assert.Equal(due, JobDecide.Decide(Decided(job)).WakeAt);
    }

    static (string Rule, int FailedRuns) Started(JobSnapshot job)
    {
        var decision = JobDecide.Decide(job);
        return (decision.Rule, decision.Status.FailedRuns);
    }

    static JobSnapshot Failed(JobSnapshot job, DateTimeOffset now, string cause = "") => Decided(job.WithFlink(FlinkJobState.Failed, cause) with { Now = now });

    static JobSnapshot Decided(JobSnapshot job) => job.WithStatus(JobDecide.Decide(job).Status);

    static (JobSnapshot Job, TimeSpan Delay) StartedAgain(JobSnapshot job)
    {
        var ended = job.Now;
        for (var look = 0; look < 10 && job.Status.SupervisorStatus == SupervisorStatus.Stopped; look++)
        {
            var decision = JobDecide.Decide(job);
            job = job.WithStatus(decision.Status) with { Now = decision.WakeAt.IfNone(job.Now) };
        }
        Assert.Equal(SupervisorStatus.Starting, job.Status.SupervisorStatus);
        return (job, job.Now - ended);
    }

    static JobSnapshot Running(JobSnapshot job) => Decided(job.But(status => status with
    {
        SupervisorStatus = SupervisorStatus.Started, JobId = Jobs.FlinkId, Submission = Jobs.Submission with { Since = job.Now }, Attempt = 1,
    }).WithFlink(FlinkJobState.Running));
}
