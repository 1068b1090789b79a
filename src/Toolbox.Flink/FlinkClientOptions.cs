namespace Toolbox.Flink;

/// <summary>Limits of the calls to one JobManager.</summary>
public sealed record FlinkClientOptions
{
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Of every call but run and upload.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Flink answers a run only after the program's main method and, with state, after reading its metadata.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an upload may make no progress, its answer included. However long all of it takes is no failure.</summary>
    public TimeSpan UploadSilence { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of an answer that are read at most; a longer one counts as no answer.</summary>
    public int MaximumAnswerSize { get; init; } = 16 * 1024 * 1024;

    /// <summary>Hears of every call, once it has ended; from any thread.</summary>
    public Action<FlinkCall>? Measured { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
