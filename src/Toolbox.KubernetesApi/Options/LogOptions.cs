namespace Toolbox.KubernetesApi;

/// <summary>Which part of a container's log is read.</summary>
public sealed record LogOptions
{
    /// <summary>Needed where a pod has several containers.</summary>
    public string? Container { get; init; }

    /// <summary>Keep the stream open and go on.</summary>
    public bool Follow { get; init; }

    /// <summary>The log of the container's previous run.</summary>
    public bool Previous { get; init; }

    public int? TailLines { get; init; }

    public int? SinceSeconds { get; init; }

    public bool Timestamps { get; init; }

    public long? LimitBytes { get; init; }

    internal string Query() => new QueryText()
        .Add("container", Container)
        .Add("follow", Follow ? "true" : null)
        .Add("previous", Previous ? "true" : null)
        .Add("tailLines", TailLines)
        .Add("sinceSeconds", SinceSeconds)
        .Add("timestamps", Timestamps ? "true" : null)
        .Add("limitBytes", LimitBytes)
        .ToString();
}
