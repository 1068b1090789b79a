namespace Toolbox.Sandbox.Node.Probes;

/// <summary>Counts the results of a probe: the outcome changes only after as many equal results as the thresholds say.</summary>
public sealed record ProbeTally(int SuccessThreshold, int FailureThreshold, ProbeOutcome Outcome = ProbeOutcome.Unknown, int Successes = 0, int Failures = 0)
{
    public ProbeTally With(bool success)
    {
        var next = success
            ? this with { Successes = Successes + 1, Failures = 0 }
            : this with { Successes = 0, Failures = Failures + 1 };
        return next switch
        {
            _ when next.Successes >= SuccessThreshold => next with { Outcome = ProbeOutcome.Success },
            _ when next.Failures >= FailureThreshold => next with { Outcome = ProbeOutcome.Failure },
            _ => next,
        };
    }
}
