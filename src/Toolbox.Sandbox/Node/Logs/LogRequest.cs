namespace Toolbox.Sandbox.Node.Logs;

/// <summary>What a reader of a log asks for, in the words of Kubernetes' log sub-resource.</summary>
public sealed record LogRequest
{
    public bool Follow { get; init; }

    /// <summary>Only so many of the last lines; null for all.</summary>
    public int? TailLines { get; init; }

    /// <summary>Only lines since this time.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Put the time before each line.</summary>
    public bool Timestamps { get; init; }

    /// <summary>End after so many bytes, inside of a line too.</summary>
    public long? LimitBytes { get; init; }

    public string Render(LogLine line) => Timestamps ? $"{line.Stamp} {line.Text}\n" : line.Text + "\n";

    public bool Wants(LogLine line) => Since is null || line.Time >= Since;
}
