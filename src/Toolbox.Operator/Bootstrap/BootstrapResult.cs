using Toolbox.Core.Job;

namespace Toolbox.Operator.Bootstrap;

/// <summary>How a bootstrap ended; the message is the last line of its log, and so of the job's condition.</summary>
public abstract record BootstrapResult(string Message)
{
    /// <summary>Flink has the job and the FlinkJob says so.</summary>
    public sealed record Submitted(string Message) : BootstrapResult(Message);

    /// <summary>Another submission has taken this one's place; there is nothing to do.</summary>
    public sealed record Superseded(string Message) : BootstrapResult(Message);

    /// <summary>Trying again may help.</summary>
    public sealed record Failed(string Message) : BootstrapResult(Message);

    /// <summary>Trying again cannot help: class not found, JAR missing, the program threw.</summary>
    public sealed record FailedForGood(string Message) : BootstrapResult(Message);

    /// <summary>The exit code of the process; Kubernetes and the supervisor read it.</summary>
    public int ExitCode => this switch
    {
        Submitted or Superseded => 0,
        FailedForGood => BootstrapObservation.PermanentFailure,
        Failed or _ => 1,
    };
}
