namespace Toolbox.Core.Job;

/// <summary>What Flink answers when asked about a savepoint request.</summary>
public abstract record SavepointAnswer
{
    SavepointAnswer() { }

    public sealed record InProgress : SavepointAnswer;

    public sealed record Completed(string Path) : SavepointAnswer;

    public sealed record Failed(string Reason) : SavepointAnswer;

    /// <summary>Flink does not know the request: it never arrived, or its result was kept long enough (five minutes).</summary>
    public sealed record Unknown : SavepointAnswer;
}
