namespace Toolbox.KubernetesApi;

/// <summary>Limits of a client.</summary>
public sealed record ClientOptions
{
    /// <summary>How long one request may take; for a watch, until its first byte.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest answer in bytes; for a watch, longest event.</summary>
    public long LongestAnswer { get; init; } = 64 * 1024 * 1024;

    /// <summary>Sent as User-Agent; the part before the slash is the field manager of writes that name none.</summary>
    public string UserAgent { get; init; } = $"flinkctl/{Version}";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    static string Version => typeof(ClientOptions).Assembly.GetName().Version?.ToString(3) ?? "0";
}
